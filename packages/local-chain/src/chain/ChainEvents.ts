import type { EventEmitter } from 'node:events'
import type { Block } from './Block.ts'
import type { DroppedTransaction, MinedTransaction, PendingTransaction } from './TransactionRecord.ts'

/** What happens to a chain, told right after it happened. The replay of a journal tells nothing: it is no news. */
export type ChainEvents = EventEmitter<{
  /** A transaction was accepted and waits to be mined. */
  pending: [PendingTransaction]
  /** A transaction left the mempool without a block. */
  dropped: [DroppedTransaction]
  /** A block was made, with the transaction that it carries. */
  block: [block: Block, mined: MinedTransaction | null]
  /** Blocks are gone, and the chain stands at its new tip: the transactions that they carried, oldest first. */
  reorg: [orphaned: readonly MinedTransaction[]]
}>
