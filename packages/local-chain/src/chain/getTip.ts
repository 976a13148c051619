import type { Block } from './Block.ts'
import type { Chain } from './Chain.ts'

/** The newest block; there is always one, since a chain begins with its genesis block. */
export function getTip({ index }: Pick<Chain, 'index'>): Block {
  const tip = index.blocks.at(-1)
  if (tip === undefined) throw new Error('A chain without a genesis block was asked for its tip.')
  return tip
}
