import type { Parameter } from '../schemas/parameterSchema.ts'
import type { World } from '../World.ts'
import { getUserOrThrow } from './getUserOrThrow.ts'

export type OptionValue = {
  readonly name: string
  readonly type: number
  readonly value: string | number | boolean
  readonly focused?: true
}

/**
 * An option with the value that a person gave it.
 *
 * @param options.isPartial whether the command is still being typed: then nothing has to be complete
 * @throws Error where Discord's client would not take the value
 */
export function toOptionValue(
  world: World,
  options: {
    parameters: readonly Parameter[]
    name: string
    value: string | number | boolean
    isPartial: boolean
  },
): OptionValue {
  const { parameters, name, value, isPartial } = options
  const parameter = parameters.find((candidate) => candidate.name === name)
  if (parameter === undefined)
    throw new Error(
      `The command has no option ${name}; it has ${parameters.map((one) => one.name).join(', ')}.`,
    )
  const problem = isPartial ? null : findProblem(parameter, value)
  if (problem !== null)
    throw new Error(`Discord does not take ${JSON.stringify(value)} for ${name}: ${problem}.`)
  if (parameter.type === 6) getUserOrThrow(world, String(value))
  return { name, type: parameter.type, value }
}

function findProblem(parameter: Parameter, value: string | number | boolean): string | null {
  if ('choices' in parameter && parameter.choices?.length)
    return parameter.choices.some((choice) => choice.value === value) ? null : 'it is none of the choices'
  switch (parameter.type) {
    case 3: {
      if (typeof value !== 'string') return 'it is no text'
      const { min_length = 0, max_length = 6000 } = parameter
      return value.length < min_length || value.length > max_length
        ? `it takes ${min_length} to ${max_length} characters`
        : null
    }
    case 4:
    case 10: {
      if (typeof value !== 'number') return 'it is no number'
      if (parameter.type === 4 && !Number.isSafeInteger(value)) return 'it is no whole number'
      const { min_value = -(2 ** 53), max_value = 2 ** 53 } = parameter
      return value < min_value || value > max_value ? `it takes ${min_value} to ${max_value}` : null
    }
    case 5:
      return typeof value === 'boolean' ? null : 'it is neither true nor false'
    default:
      return typeof value === 'string' ? null : 'it is no id'
  }
}
