import type { ChainTransaction } from '@medikey/contract-client'
import type { Deps } from '../Deps.ts'
import type { Checkpoint, EventProjection } from '../model/Projection.ts'
import { announceCreated } from './announceCreated.ts'
import { announceStanding } from './announceStanding.ts'
import { applyEvent } from './applyEvent.ts'
import { readSince } from './readSince.ts'

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
  const checkpoint = await deps.store.getCheckpoint()
  const standing = checkpoint === null ? 'canonical' : await judgeCheckpoint(deps, checkpoint)
  if (standing === 'unknown') return []
  const isOrphaned = standing === 'orphaned'
  const fresh = await readSince(deps, isOrphaned ? null : checkpoint)
  if (isOrphaned && fresh.length === 0) await deps.store.transaction((unit) => unit.clearProjection())
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
    applied.push(...(await applyBatch(deps, { events: located, anew: isOrphaned && start === 0 })))
    if (located.length < Math.min(BATCH, fresh.length - start)) break
  }
  return applied
}

/**
 * A block that is canonical has only canonical ones below it, so the checkpoint's block answers for everything read. When
 * a reorg took it, what the events told is forgotten and read anew: the other fork may hold other events below.
 */
async function judgeCheckpoint(
  deps: Deps,
  checkpoint: Checkpoint,
): Promise<'canonical' | 'orphaned' | 'unknown'> {
  const block = await deps.ledger.getBlock({ height: checkpoint.blockHeight })
  // A replica that lags has nothing to tell.
  if (block === null) return 'unknown'
  return block.hash === checkpoint.blockHash ? 'canonical' : 'orphaned'
}

async function applyBatch(
  deps: Deps,
  options: { events: readonly EventProjection[]; anew: boolean },
): Promise<EventProjection[]> {
  const { events, anew } = options
  const last = events.at(-1)
  if (last === undefined) return []
  return deps.store.transaction(async (unit) => {
    if (anew) await unit.clearProjection()
    const applied: EventProjection[] = []
    for (const event of events) {
      if (!(await unit.insertEvent(event))) continue
      await applyEvent(unit, event)
      await announceStanding(deps, unit, event)
      await announceCreated(deps, unit, event)
      applied.push(event)
    }
    const { txid, eventIndex, blockHeight, blockHash } = last
    await unit.setCheckpoint({ txid, eventIndex, blockHeight, blockHash })
    return applied
  })
}
