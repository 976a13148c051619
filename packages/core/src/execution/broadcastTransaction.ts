import {
  AmbiguousBroadcastError,
  BadNonceError,
  ConflictingNonceInMempoolError,
  RateLimitedError,
  TransactionRejectedError,
} from '@medikey/contract-client'
import type { Deps } from '../Deps.ts'
import type { Transaction } from '../model/Transaction.ts'
import { moveAndTell } from './moveAndTell.ts'
import { postpone } from './postpone.ts'
import { recogniseOwn } from './recogniseOwn.ts'
import { resolveNonceConflict } from './resolveNonceConflict.ts'

/** Waits between tries of an unanswered send: short at first, since usually only an answer was lost. */
const RETRY_MS = [250, 1_000, 2_000, 5_000, 15_000] as const

/**
 * signed | unknown → broadcast (and again from broadcast, when the node lost it): sends the stored bytes, always the same ones, so that a send whose answer was lost can
 * be repeated: the node answers with the same txid.
 */
export async function broadcastTransaction(
  deps: Deps,
  transaction: Transaction,
): Promise<Transaction | null> {
  const { txid, bytes } = transaction
  if (txid === null || bytes === null) return null
  try {
    await deps.ledger.broadcast({ txid, bytes })
  } catch (error) {
    const delayMs = RETRY_MS[Math.min(transaction.attempts, RETRY_MS.length - 1)] ?? 15_000
    if (error instanceof AmbiguousBroadcastError) {
      const now = deps.clock.now()
      await deps.store.transaction((unit) =>
        unit.moveTransaction({
          id: transaction.id,
          from: [transaction.status],
          to: 'unknown',
          patch: { nextAttemptAt: new Date(now.getTime() + delayMs), attempts: transaction.attempts + 1 },
        }),
      )
      return null
    }
    if (error instanceof RateLimitedError) {
      return postpone(deps, transaction, { delayMs: error.retryAfterMs, failure: transaction.failure })
    }
    if (error instanceof ConflictingNonceInMempoolError || error instanceof BadNonceError) {
      return resolveNonceConflict(deps, transaction)
    }
    if (!(error instanceof TransactionRejectedError)) throw error
    const failure = { code: error.code, message: error.userMessage }
    // An earlier send without an answer may have been accepted behind the same address: only the first answer to
    // these bytes may end them.
    if (error.retryable || transaction.status !== 'signed') {
      return postpone(deps, transaction, { delayMs, failure })
    }
    const own = await recogniseOwn(deps, transaction)
    if (own !== null) return own
    return moveAndTell(deps, transaction, { to: 'refused', patch: { failure }, audit: 'transaction-refused' })
  }
  if (transaction.status === 'broadcast') {
    return postpone(deps, transaction, { delayMs: deps.settings.pollIntervalMs, failure: null })
  }
  return moveAndTell(deps, transaction, {
    to: 'broadcast',
    patch: { broadcastAt: deps.clock.now() },
    audit: 'transaction-broadcast',
  })
}
