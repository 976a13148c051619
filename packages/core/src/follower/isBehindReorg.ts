import type { StoreReader } from '../ports/Store.ts'
import { reorgRun } from './reorgRun.ts'

/**
 * Whether a reorg took something back and no round has read since then to the end: most transactions are mined again,
 * and who judged now would take them for gone.
 *
 * @example
 * if (await isBehindReorg(store)) return
 */
export async function isBehindReorg(store: Pick<StoreReader, 'getMonitorState'>): Promise<boolean> {
  const state = await store.getMonitorState(reorgRun)
  return state !== null && state.completedAt === null
}
