import type { Deps } from '../Deps.ts'
import { isBeingBuilt } from './isBeingBuilt.ts'
import { isCaughtUp } from './isCaughtUp.ts'

/**
 * Ends the building of a projection that reaches the newest event and still stands below what was judged: nothing came
 * between then and the installation, or a reorg came while there was no checkpoint to tell it by. Monitors go on from
 * where the chain ends.
 */
export async function settleCursors(deps: Pick<Deps, 'store' | 'ledger'>): Promise<void> {
  const { store } = deps
  if (!(await isBeingBuilt(store, { getCheckpoint: () => store.getCheckpoint() }))) return
  if (!(await isCaughtUp(deps))) return
  await store.transaction(async (unit) => {
    const checkpoint = await unit.lockCheckpoint()
    // Without a checkpoint the chain has nothing of the contract, and nothing is kept that could be forgotten.
    await unit.forgetAbove(checkpoint?.blockHeight ?? -1)
  })
}
