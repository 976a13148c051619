import type { Block } from '../../chain/Block.ts'

/** A block as the control routes tell it. */
export function toLocalBlock({ height, hash, time, tenureHeight, txid }: Block) {
  return { height, hash, time, tenureHeight, txid }
}
