import type { Checkpoint } from '../model/Projection.ts'
import type { StoreReader } from '../ports/Store.ts'

/**
 * Whether the projection is being built again: it does not reach yet what a monitor judged before. A reorg brings what
 * monitors judged down with it, so nothing else makes that so, and a crash in the middle changes nothing about it.
 *
 * @param options.checkpoint how far it reaches
 * @example
 * if (await isBeingBuilt(store, { checkpoint: await store.getCheckpoint() })) return
 */
export async function isBeingBuilt(
  store: Pick<StoreReader, 'listMonitorStates'>,
  options: { checkpoint: Checkpoint | null },
): Promise<boolean> {
  const reached = options.checkpoint?.blockHeight ?? -1
  const states = await store.listMonitorStates()
  return states.some(({ cursor, failedCallCursor }) =>
    [cursor, failedCallCursor].some((judged) => judged !== null && judged.blockHeight > reached),
  )
}
