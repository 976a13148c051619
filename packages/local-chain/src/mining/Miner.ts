import type { Block } from '../chain/Block.ts'
import type { Submission } from '../mempool/Submission.ts'
import type { Mining, MiningChange } from './Mining.ts'

/** What turns the mempool into blocks. Every way to mine goes through it, so that tenures are counted once. */
export type Miner = {
  /** Offers a transaction, and mines it before it returns when the chain mines at once. */
  readonly submit: (transaction: { bytes: Uint8Array }) => Submission
  /**
   * Mines by hand: everything that is ready, one empty block when nothing is; or exactly `blocks` blocks,
   * empty ones when transactions run out. A transaction that is undone ends it early: what was ready behind
   * it is mined next time.
   */
  readonly mine: (options?: { blocks?: number | undefined }) => Block[]
  /** Mines everything that is ready, and nothing when nothing is. */
  readonly mineReady: () => Block[]
  /** Begins `count` tenures, one after the other. */
  readonly advanceTenures: (options?: { count?: number | undefined }) => Block[]
  /**
   * Orphans the newest `blocks` blocks: their transactions wait again, and are mined when the chain mines
   * next (at an interval with the next tick, at once with the next transaction, or by hand).
   *
   * @param reorg.empty Blocks that the new fork begins with, without transactions.
   * @returns The orphaned blocks, oldest first.
   * @throws ReorgTooDeepError when that would take the genesis block.
   */
  readonly reorg: (reorg: { blocks: number; empty?: number | undefined }) => Block[]
  readonly getMining: () => Mining
  readonly setMining: (change: MiningChange) => Mining
  /** From then on nothing is mined and no tenure begins but by hand. Transactions are accepted. */
  readonly pause: () => Mining
  readonly resume: () => Mining
  /** Counts the blocks of a tenure anew: the chain is another one. */
  readonly restart: () => void
  readonly stop: () => void
}
