import { RateLimitedError } from '@medikey/contract-client'
import type { Deps } from '../Deps.ts'
import type { Transaction, TransactionStatus } from '../model/Transaction.ts'
import { broadcastTransaction } from './broadcastTransaction.ts'
import { followTransaction } from './followTransaction.ts'
import { postpone } from './postpone.ts'
import { signTransaction } from './signTransaction.ts'

/** One step of a transaction: what it became, or null when it has to wait for its `nextAttemptAt`. */
export type Step = (deps: Deps, transaction: Transaction) => Promise<Transaction | null>

const STEPS: Partial<Record<TransactionStatus, Step>> = {
  queued: signTransaction,
  signed: broadcastTransaction,
  unknown: broadcastTransaction,
  broadcast: followTransaction,
  included: followTransaction,
  aborted: followTransaction,
}

/**
 * Takes a transaction as far as it can go now. Whoever calls it, whenever and however often, the row decides what is
 * done next, and each step is a compare-and-swap: after a crash at any point the next call goes on where the row stands.
 *
 * @returns the transaction as it stands afterwards; null when there is none with that id
 * @throws NodeUnreachableError and other retryable errors: nothing was lost, call again later
 * @example
 * await advanceTransaction(deps, { transactionId })
 */
export async function advanceTransaction(
  deps: Deps,
  options: { transactionId: string },
): Promise<Transaction | null> {
  let transaction = await deps.store.getTransaction(options.transactionId)
  while (transaction !== null) {
    const next = await step(deps, transaction)
    if (next === null) return transaction
    transaction = next
  }
  return null
}

async function step(deps: Deps, transaction: Transaction): Promise<Transaction | null> {
  if (transaction.status === 'aborted' && transaction.finalAt !== null) return null
  try {
    return (await STEPS[transaction.status]?.(deps, transaction)) ?? null
  } catch (error) {
    if (!(error instanceof RateLimitedError)) throw error
    return postpone(deps, transaction, { delayMs: error.retryAfterMs, failure: transaction.failure })
  }
}
