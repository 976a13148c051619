import type { Deps } from '../Deps.ts'
import type { Checkpoint, EventProjection } from '../model/Projection.ts'
import type { ChainBatch } from '../ports/ChainSource.ts'
import type { UnitOfWork } from '../ports/Store.ts'
import { announceCreated } from './announceCreated.ts'
import { announceStanding } from './announceStanding.ts'
import { foldEvents } from './foldEvents.ts'
import { isBeingBuilt } from './isBeingBuilt.ts'
import { refoldRecords } from './refoldRecords.ts'

/**
 * Writes a batch and the checkpoint that covers it in one database transaction, so that a crash repeats a batch or loses
 * nothing.
 *
 * @param options.from the checkpoint that the batch was read from
 * @returns what was new; null, and nothing written, when another follower wrote meanwhile
 */
export async function applyBatch(
  deps: Deps,
  options: { batch: ChainBatch; from: Checkpoint | null },
): Promise<{ events: number; failedCalls: number } | null> {
  const { batch, from } = options
  return deps.store.transaction(async (unit) => {
    const present = await unit.lockCheckpoint()
    if (!isSame(present, from)) return null
    const events = await unit.insertEvents(batch.events)
    const failedCalls = await unit.insertFailedCalls(batch.failedCalls)
    await project(unit, { events, from })
    // What was told before is not told again, nor what stood in between.
    if (!(await isBeingBuilt(unit, { getCheckpoint: async () => batch.checkpoint })))
      await announceStanding(deps, unit, events)
    await announceCreated(deps, unit, events)
    await unit.setCheckpoint(batch.checkpoint)
    return { events: events.length, failedCalls }
  })
}

async function project(
  unit: UnitOfWork,
  options: { events: readonly EventProjection[]; from: Checkpoint | null },
): Promise<void> {
  const { events, from } = options
  if (events.length === 0) return
  const changes = foldEvents(events)
  let height = from?.blockHeight ?? 0
  const isLate = events.some(({ blockHeight }) => {
    const isBelow = blockHeight < height
    height = Math.max(height, blockHeight)
    return isBelow
  })
  if (!isLate) return unit.applyChanges(changes)
  // Something older than what is known came after it: the last one to arrive is not the last one on chain.
  await unit.addDraws(changes.draws)
  await refoldRecords(unit, { events })
}

function isSame(one: Checkpoint | null, other: Checkpoint | null): boolean {
  return (
    one?.blockHash === other?.blockHash &&
    one?.event?.txid === other?.event?.txid &&
    one?.event?.eventIndex === other?.event?.eventIndex &&
    one?.calls?.height === other?.calls?.height
  )
}
