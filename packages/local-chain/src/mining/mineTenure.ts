import type { Block } from '../chain/Block.ts'
import type { Chain } from '../chain/Chain.ts'
import { mineBlock } from './mineBlock.ts'

/** Begins a tenure: one burn block and one empty Stacks block, whether anything happened or not. */
export function mineTenure(chain: Chain): Block {
  return mineBlock(chain, { tenure: true })
}
