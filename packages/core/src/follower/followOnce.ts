import type { ChainTransaction, ContractEvent } from '@medikey/contract-client'
import type { Deps } from '../Deps.ts'
import type { EventProjection } from '../model/Projection.ts'
import { announceStanding } from './announceStanding.ts'
import { applyEvent } from './applyEvent.ts'

/** Events applied in one unit of work: few enough to leave the embedded store's one session to others in between. */
const BATCH = 100

/**
 * Reads what the contract printed since the last call into the projection, oldest first. The rows and the checkpoint
 * that covers them are written in one database transaction, so a crash repeats a batch or loses nothing.
 *
 * @returns the events that are new, oldest first
 * @throws NodeUnreachableError and other retryable errors: what was read before is kept
 * @example
 * const events = await followOnce(deps)
 */
export async function followOnce(deps: Deps): Promise<EventProjection[]> {
  const fresh = await readSinceCheckpoint(deps)
  const applied: EventProjection[] = []
  const mined = new Map<string, ChainTransaction>()
  for (let start = 0; start < fresh.length; start += BATCH) {
    const located: EventProjection[] = []
    for (const event of fresh.slice(start, start + BATCH)) {
      const transaction = mined.get(event.txid) ?? (await deps.ledger.getTransaction({ txid: event.txid }))
      // Not in a block any more: a reorg came between. What it left is read in the next round.
      if (transaction === null || transaction.block === null) break
      mined.set(event.txid, transaction)
      const { height, hash, time } = transaction.block
      located.push({ ...event, blockHeight: height, blockHash: hash, blockTime: time })
    }
    applied.push(...(await applyBatch(deps, located)))
    if (located.length < Math.min(BATCH, fresh.length - start)) break
  }
  return applied
}

/** Pages from the newest event back to the checkpoint, and turns the order around. */
async function readSinceCheckpoint(deps: Deps): Promise<ContractEvent[]> {
  const checkpoint = await deps.store.getCheckpoint()
  const newestFirst: ContractEvent[] = []
  let cursor: string | undefined
  for (;;) {
    const page = await deps.ledger.getContractEvents(
      cursor === undefined ? { limit: BATCH } : { cursor, limit: BATCH },
    )
    for (const event of page.events) {
      if (
        checkpoint !== null &&
        event.txid === checkpoint.txid &&
        event.eventIndex === checkpoint.eventIndex
      ) {
        return newestFirst.reverse()
      }
      newestFirst.push(event)
    }
    if (page.olderCursor === null) return newestFirst.reverse()
    cursor = page.olderCursor
  }
}

async function applyBatch(deps: Deps, events: readonly EventProjection[]): Promise<EventProjection[]> {
  const last = events.at(-1)
  if (last === undefined) return []
  return deps.store.transaction(async (unit) => {
    const applied: EventProjection[] = []
    for (const event of events) {
      if (!(await unit.insertEvent(event))) continue
      await applyEvent(unit, event)
      await announceStanding(deps, unit, event)
      applied.push(event)
    }
    await unit.setCheckpoint({ txid: last.txid, eventIndex: last.eventIndex, blockHeight: last.blockHeight })
    return applied
  })
}
