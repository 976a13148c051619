import type { TransactionRejectedError } from '@medikey/contract-client'
import type { Deps } from '../Deps.ts'
import type { Transaction } from '../model/Transaction.ts'
import { moveAndTell } from './moveAndTell.ts'
import { postpone } from './postpone.ts'
import { recogniseOwn } from './recogniseOwn.ts'

const LONG_WAIT_MS = 60_000

/**
 * What a clear refusal by the node means. It ends what no earlier send may have brought to the chain, when no waiting
 * mends it. A revoke is never given up: it is tried again until somebody mended what was in its way.
 *
 * @param options.mayRefuse this was the only send, so the refusal is the whole truth
 */
export async function rejectTransaction(
  deps: Deps,
  transaction: Transaction,
  options: { error: TransactionRejectedError; delayMs: number; mayRefuse: boolean },
): Promise<Transaction | null> {
  const { error, mayRefuse } = options
  const failure = { code: error.code, message: error.userMessage }
  const own = await recogniseOwn(deps, transaction)
  if (own !== null) return own
  const request = await deps.store.getRequest(transaction.requestId)
  const isLasting = !error.retryable
  const delayMs = isLasting ? LONG_WAIT_MS : options.delayMs
  if (!mayRefuse) return postpone(deps, transaction, { delayMs, failure })
  if (isLasting && request?.kind !== 'revoke') {
    return moveAndTell(deps, transaction, { to: 'refused', patch: { failure }, audit: 'transaction-refused' })
  }
  return postpone(deps, transaction, { delayMs, failure, to: 'signed' })
}
