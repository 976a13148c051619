import type { Block } from '../chain/Block.ts'
import { toBlock } from '../routes/extended/toBlock.ts'

/** A block as the first version of the API tells it: with its transactions, and the microblocks that there are no more. */
export function toBlockUpdate(block: Block) {
  const { parent_index_block_hash, tx_count, ...base } = toBlock(block)
  return {
    ...base,
    parent_microblock_hash: '',
    parent_microblock_sequence: -1,
    txs: block.txid === null ? [] : [block.txid],
    microblocks_accepted: [],
    microblocks_streamed: [],
    microblock_tx_count: {},
  }
}
