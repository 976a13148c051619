import type { Deps } from '../Deps.ts'
import { isBeingBuilt } from './isBeingBuilt.ts'
import { isCaughtUp } from './isCaughtUp.ts'

/**
 * Ends the building of a projection that reaches the newest event and still stands below what monitors judged: a reorg
 * came while there was no checkpoint to tell it by. They go on from where the chain ends.
 */
export async function settleCursors(deps: Pick<Deps, 'store' | 'ledger'>): Promise<void> {
  const { store } = deps
  if (!(await isBeingBuilt(store, { getCheckpoint: () => store.getCheckpoint() }))) return
  if (!(await isCaughtUp(deps))) return
  await store.transaction(async (unit) => {
    const checkpoint = await unit.lockCheckpoint()
    if (checkpoint !== null) await unit.forgetAbove(checkpoint.blockHeight)
  })
}
