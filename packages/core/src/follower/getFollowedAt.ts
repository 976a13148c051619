import type { StoreReader } from '../ports/Store.ts'
import { isBeingBuilt } from './isBeingBuilt.ts'

/** What the follower's rounds are noted as among the jobs. */
const FOLLOWER = 'follower'

/**
 * Up to when it is certain that what the chain holds was read: the follower had read all there was then. Null while the
 * history is being read, at first or anew.
 *
 * @example
 * const followedAt = await getFollowedAt(store)
 */
export async function getFollowedAt(
  store: Pick<StoreReader, 'getCheckpoint' | 'getMonitorState' | 'listMonitorStates'>,
): Promise<Date | null> {
  if (await isBeingBuilt(store, { getCheckpoint: () => store.getCheckpoint() })) return null
  return (await store.getMonitorState(FOLLOWER))?.completedAt ?? null
}
