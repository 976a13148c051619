import type { Deps } from '../Deps.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import { applyBatch } from '../follower/applyBatch.ts'
import type { FailedCall } from '../model/FailedCall.ts'
import type { Finding } from '../model/Finding.ts'
import type { ChangeCursor } from '../model/MonitorState.ts'
import type { Checkpoint, EventProjection } from '../model/Projection.ts'
import type { Store } from '../ports/Store.ts'
import { createPastStore } from './createPastStore.ts'
import type { ScheduledMonitor } from './monitors.ts'
import { previewMonitor } from './previewMonitor.ts'

const PAGE = 500

/** They ask the chain or the jobs how they are now, which nobody kept for then. */
const LIVE: readonly ScheduledMonitor[] = ['chain-health', 'heartbeat', 'reconcile', 'transaction-health']

/**
 * What a monitor, with the settings of today, would have found at a block if nobody had asked it before. The events and
 * refused calls up to it are read anew from what the follower kept; requests, grants and accounts are those of today.
 *
 * @param options.past an empty store, which is filled with the past
 * @returns what it would have found, and the time it would have been
 * @throws RefusalError for a monitor that has no past, and a block that was not read or does not exist
 * @example
 * const { findings } = await replayMonitor(deps, { monitor: 'access-volume', height: 120, past })
 */
export async function replayMonitor(
  deps: Deps,
  options: { monitor: ScheduledMonitor; height: number; past: Store },
): Promise<{ findings: Finding[]; at: Date }> {
  const { monitor, height, past } = options
  if (LIVE.includes(monitor))
    throw new RefusalError({
      code: 'MONITOR_WITHOUT_PAST',
      message: `${monitor} asks how the chain, the signers or the jobs are at this moment, which nobody kept: run it without --at-height.`,
    })
  const checkpoint = await deps.store.getCheckpoint()
  const block = await deps.ledger.getBlock({ height })
  if (block === null)
    throw new RefusalError({
      code: 'NO_SUCH_BLOCK',
      message: `The chain has no block ${height} yet: name one that it has.`,
    })
  if (checkpoint === null)
    throw new RefusalError({
      code: 'NOTHING_FOLLOWED',
      message:
        'Nothing of the chain was read yet: let MediKey run until it has read the history, then try again.',
    })
  await copyHistory(deps, { height, past })
  const store = createPastStore({ present: deps.store, past })
  const findings = await previewMonitor({ ...deps, store }, { monitor, state: null, now: block.time })
  return { findings, at: block.time }
}

async function copyHistory(deps: Deps, options: { height: number; past: Store }): Promise<void> {
  const { height, past } = options
  const target = { ...deps, store: past }
  const binding = await deps.store.getChainBinding()
  if (binding !== null) await past.transaction((unit) => unit.setChainBinding(binding))
  let from: Checkpoint | null = null
  const apply = async (batch: { events: readonly EventProjection[]; failedCalls: readonly FailedCall[] }) => {
    const events = batch.events.filter(({ blockHeight }) => blockHeight <= height)
    const failedCalls = batch.failedCalls.filter(({ blockHeight }) => blockHeight <= height)
    const last: EventProjection | FailedCall | undefined = events.at(-1) ?? failedCalls.at(-1)
    if (last === undefined) return
    const checkpoint: Checkpoint = {
      blockHeight: Math.max(from?.blockHeight ?? 0, last.blockHeight),
      blockHash: last.blockHash,
      event: 'eventIndex' in last ? { txid: last.txid, eventIndex: last.eventIndex, cursor: null } : null,
      calls: null,
    }
    await applyBatch(target, { batch: { events, failedCalls, checkpoint }, from })
    from = checkpoint
  }
  await eachPage(
    (after) => deps.store.listChanges({ after, limit: PAGE }),
    async (events) => apply({ events, failedCalls: [] }),
  )
  await eachPage(
    (after) => deps.store.listFailedCalls({ after, limit: PAGE }),
    async (failedCalls) => apply({ events: [], failedCalls }),
  )
}

async function eachPage<T extends { blockHeight: number; txid: string; eventIndex?: number }>(
  read: (after: ChangeCursor | null) => Promise<T[]>,
  take: (page: readonly T[]) => Promise<void>,
): Promise<void> {
  let after: ChangeCursor | null = null
  for (;;) {
    const page: T[] = await read(after)
    await take(page)
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return
    after = { blockHeight: last.blockHeight, txid: last.txid, eventIndex: last.eventIndex ?? 0 }
  }
}
