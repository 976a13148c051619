import type { Parameter, Subcommand } from './Subcommand.ts'

/**
 * How a subcommand is typed.
 *
 * @example
 * formatUsage(grant) // '/medikey grant <record> <staff> <limit> [for <duration>] <reason>'
 */
export function formatUsage(subcommand: Pick<Subcommand, 'name' | 'parameters'>): string {
  return ['/medikey', subcommand.name, ...subcommand.parameters.map(formatParameter)].join(' ')
}

function formatParameter({ name, type, keyword, choices, required, optional }: Parameter): string {
  if (choices !== undefined) return `[${choices.join('|')}]`
  if (keyword !== undefined) return `[${keyword} <${name}>]`
  const isOptional = optional || type === 'page' || (type === 'word' && required === undefined)
  return isOptional ? `[${name}]` : `<${name}>`
}
