import { operatorOf } from './operatorOf.ts'
import type { SourceNode } from './SourceNode.ts'

/** The names of a contract's constants: of those that are errors, and of all others. */
export function constantsOf(contract: readonly SourceNode[]): { errors: string[]; values: string[] } {
  const constants = contract
    .filter((definition) => operatorOf(definition) === 'define-constant')
    .map(({ children: [, name, value] }) => ({
      name: name?.text ?? '',
      isError: value !== undefined && operatorOf(value) === 'err',
    }))
  return {
    errors: constants.filter(({ isError }) => isError).map(({ name }) => name),
    values: constants.filter(({ isError }) => !isError).map(({ name }) => name),
  }
}
