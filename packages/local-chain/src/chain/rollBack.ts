import type { Block } from './Block.ts'
import type { Chain } from './Chain.ts'
import { getTip } from './getTip.ts'
import type { MinedTransaction } from './TransactionRecord.ts'
import { unindexBlock } from './unindexBlock.ts'

/**
 * Orphans the newest blocks in everything but the VM, and returns their transactions to the mempool, oldest
 * first. Blocks from then on belong to another fork.
 *
 * No nonce of a sender can come back to a mempool where it waits already: while the transaction was pending
 * another one with its nonce replaced it or was refused, and while it was mined the nonce was spent. What was
 * dropped meanwhile stays dropped, as on a node, and may be sent again.
 *
 * @returns Both oldest first.
 * @throws Error when that would take the genesis block.
 */
export function rollBack(
  chain: Pick<Chain, 'index' | 'mempool' | 'fork'>,
  { blocks }: { blocks: number },
): { blocks: Block[]; transactions: MinedTransaction[] } {
  const { index, mempool } = chain
  if (blocks >= index.blocks.length) throw new Error('a reorg that takes the genesis block')
  const orphaned: Block[] = []
  const transactions: MinedTransaction[] = []
  for (let i = 0; i < blocks; i += 1) {
    const block = getTip(chain)
    const mined = unindexBlock(index, { block })
    orphaned.push(block)
    if (mined !== null) transactions.push(mined)
  }
  transactions.reverse()
  for (const { transaction, receivedAt, receiptHeight, receiptTenure } of transactions) {
    mempool.add({ transaction, receivedAt, receiptHeight, receiptTenure })
  }
  chain.fork += 1
  return { blocks: orphaned.reverse(), transactions }
}
