import type { ChainTransaction, MedvaultEvent } from '@medikey/contract-client'
import type { Deps } from '../Deps.ts'
import { readSince } from '../follower/readSince.ts'
import type { Transaction } from '../model/Transaction.ts'
import { isEffectOf } from './isEffectOf.ts'
import { moveAndTell } from './moveAndTell.ts'

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

/**
 * From the projection, or from whatever the follower has yet to read, however much that is: an effect that is overlooked
 * here happens twice. The checkpoint is read first, so that nothing can slip from the one to the other in between.
 */
async function listEvents(deps: Deps, txid: string): Promise<MedvaultEvent[]> {
  const checkpoint = await deps.store.getCheckpoint()
  const projected = await deps.store.listTransactionEvents(txid)
  const events =
    projected.length > 0
      ? projected
      : (await readSince(deps, checkpoint)).filter((event) => event.txid === txid)
  return events.flatMap(({ value }) => (value === null ? [] : [value]))
}
