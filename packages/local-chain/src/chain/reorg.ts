import { ReorgTooDeepError } from '../errors/ReorgTooDeepError.ts'
import type { Block } from './Block.ts'
import type { Chain } from './Chain.ts'
import { getTip } from './getTip.ts'
import { rollBack } from './rollBack.ts'
import { startRepair } from './startRepair.ts'

/**
 * Orphans the newest blocks. The index is rolled back, which costs what is orphaned; the VM, which cannot be,
 * is made again from the blocks that remain, which costs what remains.
 *
 * @returns The orphaned blocks, oldest first.
 * @throws ReorgTooDeepError when that would take the genesis block.
 * @throws JournalWriteError; nothing has happened then.
 */
export function reorg(chain: Chain, { blocks }: { blocks: number }): Block[] {
  const deepest = getTip(chain).height - 1
  if (blocks > deepest) throw new ReorgTooDeepError({ blocks, deepest })
  chain.journal.append({ type: 'reorg', blocks })
  const orphaned = rollBack(chain, { blocks })
  startRepair(chain)
  chain.events.emit('reorg', orphaned.transactions)
  return orphaned.blocks
}
