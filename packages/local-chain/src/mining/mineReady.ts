import type { Block } from '../chain/Block.ts'
import type { Chain } from '../chain/Chain.ts'
import { mineNext } from './mineNext.ts'

/** Mines every transaction that can be mined now, each in a block of its own. */
export function mineReady(chain: Chain): Block[] {
  const blocks: Block[] = []
  for (let block = mineNext(chain); block !== null; block = mineNext(chain)) blocks.push(block)
  return blocks
}
