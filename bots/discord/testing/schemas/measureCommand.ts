import type { Options } from './optionsSchema.ts'

type Measured = {
  readonly name: string
  readonly description: string
  readonly options?: Options | undefined
}

/** The characters of a command that Discord counts: names, descriptions and values, those of its options included. */
export function measureCommand({ name, description, options = [] }: Measured): number {
  return [
    name.length + description.length,
    ...options.map((option) => {
      if (option.type === 1 || option.type === 2) return measureCommand(option)
      const choices = 'choices' in option ? (option.choices ?? []) : []
      return choices.reduce(
        (sum, choice) => sum + choice.name.length + String(choice.value).length,
        option.name.length + option.description.length,
      )
    }),
  ].reduce((sum, length) => sum + length, 0)
}
