import type { ChainTransaction, MedvaultEvent } from '@medikey/contract-client'
import type { Deps } from '../Deps.ts'
import type { Transaction } from '../model/Transaction.ts'
import { isEffectOf } from './isEffectOf.ts'
import { moveAndTell } from './moveAndTell.ts'

const NEWEST = 100

/**
 * Another transaction at our nonce may have done exactly what the request asked for: a wallet that "speeds up" our
 * transaction sends the same call with a higher fee. Then that one is the request's transaction from now on; signing
 * the call once more would open a second allowance, or draw twice.
 *
 * @returns null when the other one did something else
 */
export async function adoptTwin(
  deps: Deps,
  transaction: Transaction,
  options: { twin: ChainTransaction },
): Promise<Transaction | null> {
  const { twin } = options
  const request = await deps.store.getRequest(transaction.requestId)
  if (request === null || twin.status !== 'success') return null
  const effect = (await listEvents(deps, twin.txid)).find((event) => isEffectOf(request, event))
  if (effect === undefined) return null
  return moveAndTell(deps, transaction, {
    to: 'broadcast',
    patch: { txid: twin.txid, broadcastAt: transaction.broadcastAt ?? deps.clock.now() },
    audit: 'transaction-adopted',
    async also(unit) {
      // The follower may have read the event before it was known to be ours.
      if (effect.event !== 'medical-record-created') return
      await unit.noteCreated({ txid: twin.txid, recordId: effect.recordId })
    },
  })
}

/** From the projection, or where the follower lags from the newest events on chain. */
async function listEvents(deps: Deps, txid: string): Promise<MedvaultEvent[]> {
  const projected = await deps.store.listTransactionEvents(txid)
  const events =
    projected.length > 0
      ? projected
      : (await deps.ledger.getContractEvents({ limit: NEWEST })).events.filter((event) => event.txid === txid)
  return events.flatMap(({ value }) => (value === null ? [] : [value]))
}
