import type { Checkpoint } from '../model/Projection.ts'
import type { StoreReader } from '../ports/Store.ts'

/**
 * Whether the projection is being built, at first or again: it does not reach yet what a monitor judged before, or where
 * MediKey was installed. A reorg brings what was judged down with it, so nothing else makes that so, and a crash in the
 * middle changes nothing about it.
 *
 * @param options.getCheckpoint how far it reaches
 * @example
 * if (await isBeingBuilt(store, { getCheckpoint: () => store.getCheckpoint() })) return
 */
export async function isBeingBuilt(
  store: Pick<StoreReader, 'listMonitorStates'>,
  options: { getCheckpoint: () => Promise<Checkpoint | null> },
): Promise<boolean> {
  // Asked twice: a reorg may have been followed between the two questions.
  return (await isBelow(store, options)) && isBelow(store, options)
}

async function isBelow(
  store: Pick<StoreReader, 'listMonitorStates'>,
  { getCheckpoint }: { getCheckpoint: () => Promise<Checkpoint | null> },
): Promise<boolean> {
  // In this order: another process may follow and judge meanwhile.
  const states = await store.listMonitorStates()
  const reached = (await getCheckpoint())?.blockHeight ?? -1
  return states.some(({ cursor, failedCallCursor }) =>
    [cursor, failedCallCursor].some((judged) => judged !== null && judged.blockHeight > reached),
  )
}
