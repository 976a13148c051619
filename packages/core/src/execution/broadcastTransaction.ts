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
import { recheckSigned } from './recheckSigned.ts'
import { rejectTransaction } from './rejectTransaction.ts'
import { resolveNonceConflict } from './resolveNonceConflict.ts'

/** Waits between tries of an unanswered send: short at first, since usually only an answer was lost. */
const RETRY_MS = [250, 1_000, 2_000, 5_000, 15_000] as const
/** How long another process leaves a send alone that this one has just begun. */
const BEGUN_MS = 2_000

/**
 * signed | unknown → broadcast (and again from broadcast, when the node lost it): sends the stored bytes, always the
 * same ones, so that a send whose answer was lost can be repeated: the node answers with the same txid.
 *
 * `unknown` is written before the bytes leave and `signed` again only after a clear refusal, so `signed` always means
 * that no node has them.
 */
export async function broadcastTransaction(
  deps: Deps,
  transaction: Transaction,
): Promise<Transaction | null> {
  if (transaction.status !== 'signed') return send(deps, transaction, { mayRefuse: false })
  const stopped = await recheckSigned(deps, transaction)
  if (stopped !== 'go') return stopped
  const begun = await deps.store.transaction((unit) =>
    unit.moveTransaction({
      id: transaction.id,
      from: ['signed'],
      to: 'unknown',
      patch: { nextAttemptAt: new Date(deps.clock.now().getTime() + BEGUN_MS) },
    }),
  )
  return begun === null ? null : send(deps, begun, { mayRefuse: true })
}

async function send(
  deps: Deps,
  transaction: Transaction,
  options: { mayRefuse: boolean },
): Promise<Transaction | null> {
  const { txid, bytes } = transaction
  if (txid === null || bytes === null) return null
  const delayMs = RETRY_MS[Math.min(transaction.attempts, RETRY_MS.length - 1)] ?? 15_000
  try {
    await deps.ledger.broadcast({ txid, bytes })
  } catch (error) {
    if (error instanceof AmbiguousBroadcastError) {
      // What a node lost and may have again stays broadcast; everything else waits for an answer.
      return postpone(deps, transaction, { delayMs, failure: transaction.failure })
    }
    if (error instanceof RateLimitedError) {
      // The node did not look at the bytes.
      const to = options.mayRefuse ? 'signed' : transaction.status
      return postpone(deps, transaction, { delayMs: error.retryAfterMs, failure: transaction.failure, to })
    }
    if (error instanceof ConflictingNonceInMempoolError || error instanceof BadNonceError) {
      return resolveNonceConflict(deps, transaction)
    }
    if (!(error instanceof TransactionRejectedError)) throw error
    return rejectTransaction(deps, transaction, { error, delayMs, mayRefuse: options.mayRefuse })
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
