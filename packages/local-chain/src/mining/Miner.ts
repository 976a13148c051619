import type { Block } from '../chain/Block.ts'
import type { Submission } from '../mempool/submitTransaction.ts'

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
  readonly stop: () => void
}
