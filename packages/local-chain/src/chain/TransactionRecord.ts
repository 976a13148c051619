import type { DecodedTransaction } from '../transactions/DecodedTransaction.ts'
import type { Execution } from '../vm/Execution.ts'
import type { Block } from './Block.ts'

/** A transaction that waits to be mined. */
export type PendingTransaction = {
  readonly transaction: DecodedTransaction
  /** Unix seconds. */
  readonly receivedAt: number
  /** The tip's height when it came. */
  readonly receiptHeight: number
  /** The tip's tenure when it came. */
  readonly receiptTenure: number
}

/** A transaction that has its block. Aborted ones have spent nonce and fee and changed nothing else. */
export type MinedTransaction = PendingTransaction & {
  readonly block: Block
  readonly execution: Execution
  readonly status: 'success' | 'abort_by_response' | 'abort_by_post_condition'
  /** True when the VM must not run it again: its block is empty there. */
  readonly undone: boolean
}

/** A transaction that left the mempool without a block. */
export type DroppedTransaction = PendingTransaction & {
  readonly status: 'dropped_replace_by_fee' | 'dropped_problematic' | 'dropped_stale_garbage_collect'
  readonly replacedBy: string | null
}
