import { validateStacksAddress } from '@stacks/transactions'
import { contractNamePattern } from './clarityNames.ts'

/** True for an address, of whatever network, and for a contract of one. */
export function isPrincipal(text: string): boolean {
  const [address = '', contract, ...rest] = text.split('.')
  const isContract = contract === undefined || contractNamePattern.test(contract)
  return validateStacksAddress(address) && isContract && rest.length === 0
}
