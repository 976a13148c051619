import { InvalidInputError } from '../errors/InvalidInputError.ts'
import type { Command } from './Command.ts'
import { formatUsage } from './formatUsage.ts'
import type { Parameter, Subcommand } from './Subcommand.ts'
import { subcommands } from './subcommands.ts'

/**
 * Takes apart what follows `/medikey`.
 *
 * @param text with people in the platform's escaped form (`<@U0NADIA|nadia>`) or as principals
 * @throws InvalidInputError when words are left over or a part is missing that no form asks for
 * @example
 * parseCommand('grant 7 <@U0NADIA> 500 for 8h ward round')
 */
export function parseCommand(text: string): Command {
  const [first = 'help', ...words] = text.split(/\s+/).filter((word) => word !== '')
  const subcommand = subcommands.find(({ name }) => name === first.toLowerCase())
  if (subcommand === undefined) return { name: first, values: {} }
  const values: Record<string, string> = {}
  let rest: readonly string[] = words
  for (const parameter of subcommand.parameters) {
    const taken = take(parameter, rest)
    if (taken.value !== undefined) values[parameter.name] = taken.value
    else if (parameter.required !== undefined)
      throw usage(`${parameter.required}: /medikey ${subcommand.example}`)
    rest = taken.rest
  }
  if (rest.length > 0) throw tooMuch(subcommand, rest)
  return { name: subcommand.name, values }
}

function take(
  parameter: Parameter,
  words: readonly string[],
): { value: string | undefined; rest: readonly string[] } {
  const [first, second, ...others] = words
  const { type, keyword, choices } = parameter
  if (first === undefined) return { value: undefined, rest: words }
  if (type === 'text' || type === 'category') return { value: words.join(' '), rest: [] }
  if (keyword !== undefined) {
    return first.toLowerCase() === keyword && second !== undefined
      ? { value: second, rest: others }
      : { value: undefined, rest: words }
  }
  if (choices !== undefined && !choices.includes(first.toLowerCase()))
    return { value: undefined, rest: words }
  return { value: choices === undefined ? first : first.toLowerCase(), rest: words.slice(1) }
}

function tooMuch(subcommand: Subcommand, rest: readonly string[]): InvalidInputError {
  return usage(
    `I cannot place “${rest.join(' ').slice(0, 100)}”. Type ${formatUsage(subcommand)}, for example /medikey ${subcommand.example}`,
  )
}

function usage(sentence: string): InvalidInputError {
  return new InvalidInputError([{ field: 'command', message: `${sentence}.` }])
}
