import type { Block } from '../../chain/Block.ts'
import type { Chain } from '../../chain/Chain.ts'
import { getTip } from '../../chain/getTip.ts'
import { ApiError } from './ApiError.ts'

/**
 * Finds the block that a path names: `latest`, a height, a block hash or an index block hash.
 *
 * @throws ApiError 400 for anything else, 404 when there is no such block.
 */
export function findBlock(chain: Pick<Chain, 'index'>, { heightOrHash }: { heightOrHash: string }): Block {
  if (heightOrHash === 'latest') return getTip(chain)
  const isHash = /^(0x)?[a-fA-F0-9]{64}$/.test(heightOrHash)
  if (!isHash && !/^\d{1,15}$/.test(heightOrHash)) {
    throw new ApiError({ status: 400, message: 'params/height_or_hash must be a block height or hash' })
  }
  const block = isHash
    ? chain.index.blocksByHash.get(`0x${heightOrHash.replace(/^0x/, '').toLowerCase()}`)
    : chain.index.blocks[Number(heightOrHash) - 1]
  if (block === undefined) throw new ApiError({ status: 404, message: 'Block not found' })
  return block
}
