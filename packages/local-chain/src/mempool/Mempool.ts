import type { PendingTransaction } from '../chain/TransactionRecord.ts'
import type { DecodedTransaction } from '../transactions/DecodedTransaction.ts'

/** The transactions that wait to be mined. */
export type Mempool = {
  readonly get: (txid: string) => PendingTransaction | undefined
  /** The transaction that spends the same nonce of the sender or, failing that, of who pays. */
  readonly findConflict: (transaction: DecodedTransaction) => PendingTransaction | undefined
  readonly add: (pending: PendingTransaction) => void
  readonly remove: (txid: string) => void
  /** The best-paying transaction whose turn it is, the oldest of equals. */
  readonly findReady: (nonceOf: (address: string) => bigint) => PendingTransaction | undefined
  /** The nonces that wait for an address, as sender or sponsor, lowest first. */
  readonly noncesOf: (address: string) => bigint[]
  /** In the order of their arrival, what a reorg brought back after what waited already. */
  readonly list: () => PendingTransaction[]
  readonly size: () => number
  /** Grows with every change, so that an answer made of the mempool can be recognised as old. */
  readonly revision: () => number
}
