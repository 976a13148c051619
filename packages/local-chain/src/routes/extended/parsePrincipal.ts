import { validateStacksAddress } from '@stacks/transactions'
import { ApiError } from './ApiError.ts'

/**
 * Reads a principal: an address, or the contract of one.
 *
 * @throws ApiError 400
 */
export function parsePrincipal(text: string): string {
  const [address = '', contract] = text.split('.')
  const valid =
    validateStacksAddress(address) && (contract === undefined || /^[a-zA-Z][\w-]{0,127}$/.test(contract))
  if (valid) return text
  throw new ApiError({
    status: 400,
    message: 'params/principal must be a Stacks address or smart contract ID',
  })
}
