import type { Deps } from '../Deps.ts'
import type { Checkpoint } from '../model/Projection.ts'

const BLOCKS = 50

/**
 * Where the stored history and the chain part. A block that is canonical has only canonical ones below it, so the
 * checkpoint's block answers for everything read, and below it the blocks that something was kept from are asked for,
 * the highest first.
 *
 * @returns `canonical` when they do not part; the newest block that both share, null for none; `unknown` where a node
 * that lags has nothing to tell
 */
export async function findFork(
  deps: Pick<Deps, 'store' | 'ledger'>,
  checkpoint: Checkpoint,
): Promise<'canonical' | 'unknown' | { shared: { height: number; hash: string } | null }> {
  const isCanonical = async ({ height, hash }: { height: number; hash: string }) => {
    const block = await deps.ledger.getBlock({ height })
    return block === null ? null : block.hash === hash
  }
  const top = await isCanonical({ height: checkpoint.blockHeight, hash: checkpoint.blockHash })
  if (top === null) return 'unknown'
  if (top) return 'canonical'
  let atOrBelow = checkpoint.blockHeight
  for (;;) {
    const blocks = await deps.store.listKnownBlocks({ atOrBelow, limit: BLOCKS })
    for (const block of blocks) {
      const answer = await isCanonical(block)
      if (answer === null) return 'unknown'
      // Where two forks were kept at one height, neither of them is where they part.
      const isSole = blocks.every(({ height, hash }) => height !== block.height || hash === block.hash)
      if (answer && isSole) return { shared: block }
      atOrBelow = block.height - 1
    }
    if (blocks.length < BLOCKS) return { shared: null }
  }
}
