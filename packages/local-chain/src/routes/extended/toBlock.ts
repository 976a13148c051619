import type { Block } from '../../chain/Block.ts'
import { toIso } from './toIso.ts'

/** A block as `/extended/v2/blocks` tells it. */
export function toBlock(block: Block) {
  const { burn, cost } = block
  return {
    canonical: true,
    height: block.height,
    hash: block.hash,
    block_time: block.time,
    block_time_iso: toIso(block.time),
    tenure_height: block.tenureHeight,
    index_block_hash: block.indexHash,
    parent_block_hash: block.parentHash,
    parent_index_block_hash: block.parentIndexHash,
    burn_block_time: burn.time,
    burn_block_time_iso: toIso(burn.time),
    burn_block_hash: burn.hash,
    burn_block_height: burn.height,
    miner_txid: burn.hash,
    tx_count: block.txid === null ? 0 : 1,
    execution_cost_read_count: cost.read_count,
    execution_cost_read_length: cost.read_length,
    execution_cost_runtime: cost.runtime,
    execution_cost_write_count: cost.write_count,
    execution_cost_write_length: cost.write_length,
  }
}
