import { subcommands } from '../../src/conversation/subcommands.ts'
import type { Values } from '../../src/conversation/Values.ts'

/**
 * A command as somebody would type it.
 *
 * @example
 * toTypedText({ name: 'grant', values: { record: '7', staff: '@nadia', limit: '500', duration: '8h', reason: 'round' } })
 * // 'grant 7 @nadia 500 for 8h round'
 */
export function toTypedText(command: { readonly name: string; readonly values?: Values }): string {
  const { name, values = {} } = command
  const parameters = subcommands.find((subcommand) => subcommand.name === name)?.parameters ?? []
  return [
    name,
    ...parameters.flatMap((parameter) => {
      const value = values[parameter.name]
      if (value === undefined) return []
      return parameter.keyword === undefined ? [value] : [parameter.keyword, value]
    }),
  ].join(' ')
}
