import type { FailedCall } from '../model/FailedCall.ts'
import type { Checkpoint, EventProjection } from '../model/Projection.ts'

/** What came, up to a checkpoint. */
export type ChainBatch = {
  /** In the order of the chain. May repeat what was read before. */
  readonly events: readonly EventProjection[]
  readonly failedCalls: readonly FailedCall[]
  /** Covers both, and everything before. */
  readonly checkpoint: Checkpoint
}

/** Where the contract's events come from: asked for in pages, or one day pushed. */
export type ChainSource = {
  /**
   * Everything after the checkpoint, oldest first, in batches of some hundred; none when there is nothing new. Null
   * in the end where a reorg came between: there is more, for the next round to read.
   *
   * @param options.from null: from the contract's beginning
   * @throws NodeUnreachableError and other retryable errors: what was given before stands
   */
  read(options: { readonly from: Checkpoint | null }): AsyncIterable<ChainBatch | null>
}
