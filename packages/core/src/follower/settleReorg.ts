import type { Deps } from '../Deps.ts'
import type { Checkpoint } from '../model/Projection.ts'
import { isBehindReorg } from './isBehindReorg.ts'
import { reorgRun } from './reorgRun.ts'

/**
 * Notes that what a reorg took was read anew: a round reached the end.
 *
 * @param options.from the checkpoint at the end of the round: where another follower went on from it, its round says so
 */
export async function settleReorg(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { from }: { from: Checkpoint | null },
): Promise<void> {
  if (!(await isBehindReorg(store))) return
  await store.transaction(async (unit) => {
    const present = await unit.lockCheckpoint()
    if (present?.blockHash !== from?.blockHash) return
    await unit.noteRun({ monitor: reorgRun, completedAt: clock.now() })
  })
}
