import { hash } from 'node:crypto'
import type { ExecutionCost } from '../vm/ExecutionCost.ts'
import { zeroCost } from '../vm/parseCost.ts'
import type { Block } from './Block.ts'
import type { Genesis } from './Genesis.ts'

const noHash = `0x${'00'.repeat(32)}`

/**
 * Makes the block that follows `parent`, or the genesis block. Its hashes follow from the salt and the
 * content, so that a replay makes the same ones and no two chains share any, nor two forks of one.
 *
 * @param fork How many reorgs came before it.
 * @param tenure True when the block begins a tenure, and with it a burn block.
 */
export function makeBlock({
  genesis,
  fork,
  parent,
  time,
  txid,
  tenure,
  cost = zeroCost,
}: {
  genesis: Genesis
  fork: number
  parent: Block | null
  time: number
  txid: string | null
  tenure: boolean
  cost?: ExecutionCost
}): Block {
  const salt = fork === 0 ? genesis.salt : `${genesis.salt}.${fork}`
  const height = (parent?.height ?? 0) + 1
  const tenureHeight = (parent?.tenureHeight ?? 0) + (tenure ? 1 : 0)
  const burn =
    parent === null || tenure
      ? { height: (parent?.burn.height ?? 0) + 1, hash: sha256(salt, 'burn', tenureHeight), time }
      : parent.burn
  const parentHash = parent?.hash ?? noHash
  const blockHash = sha256(salt, 'block', height, parentHash, txid ?? '', time)
  return {
    height,
    hash: blockHash,
    indexHash: sha256(salt, 'index', blockHash, burn.hash),
    parentHash,
    parentIndexHash: parent?.indexHash ?? noHash,
    time,
    tenureHeight,
    burn,
    txid,
    cost,
  }
}

function sha256(...parts: readonly (string | number)[]): string {
  return `0x${hash('sha256', parts.join(':'), 'hex')}`
}
