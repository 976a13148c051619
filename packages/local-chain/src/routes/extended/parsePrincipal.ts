import { isPrincipal } from '../../clarity/isPrincipal.ts'
import { ApiError } from './ApiError.ts'

/**
 * Reads a principal: an address, or the contract of one.
 *
 * @throws ApiError 400
 */
export function parsePrincipal(text: string): string {
  if (isPrincipal(text)) return text
  throw new ApiError({
    status: 400,
    message: 'params/principal must be a Stacks address or smart contract ID',
  })
}
