import {
  ContractReadError,
  NodeUnreachableError,
  RateLimitedError,
  UnexpectedAnswerError,
} from '@medikey/contract-client'
import { bindChain, type Deps } from '@medikey/core'
import { BaseError } from '@medikey/errors'

/** What a client says of a chain that cannot be used; its sentence for people speaks to clinicians. */
const CLIENT_ERRORS = [NodeUnreachableError, UnexpectedAnswerError, RateLimitedError, ContractReadError]

/**
 * Makes sure that the chain answers, has the contract, and is the one that the store belongs to.
 *
 * @throws BaseError that names the address and says what to do
 */
export async function bindToChain(
  deps: Pick<Deps, 'store' | 'ledger' | 'settings'>,
  options: { apiUrl: string },
): Promise<void> {
  try {
    await bindChain(deps)
  } catch (error) {
    if (!(error instanceof BaseError) || !CLIENT_ERRORS.some((type) => error instanceof type)) throw error
    throw new BaseError({
      code: 'CHAIN_UNUSABLE',
      shortMessage: `The chain at ${options.apiUrl} cannot be used: ${error.shortMessage} Check that it runs and that STACKS_API_URL names it.`,
      retryable: error.retryable,
      cause: error,
    })
  }
}
