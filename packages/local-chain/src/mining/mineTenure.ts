import type { Block } from '../chain/Block.ts'
import type { Chain } from '../chain/Chain.ts'
import { dropStale } from '../mempool/dropStale.ts'
import { mineBlock } from './mineBlock.ts'

/** Begins a tenure: one burn block and one empty Stacks block, whether anything happened or not. What has waited too long is dropped then. */
export function mineTenure(chain: Chain): Block {
  const block = mineBlock(chain, { tenure: true })
  dropStale(chain)
  return block
}
