import type { Chain } from '../chain/Chain.ts'
import type { DroppedTransaction, PendingTransaction } from '../chain/TransactionRecord.ts'

/** Takes a transaction that no block will carry out of the mempool. */
export function dropTransaction(
  { index, mempool }: Pick<Chain, 'index' | 'mempool'>,
  { pending, status }: { pending: PendingTransaction; status: DroppedTransaction['status'] },
): DroppedTransaction {
  const { txid } = pending.transaction
  const dropped: DroppedTransaction = { ...pending, status, replacedBy: null }
  mempool.remove(txid)
  index.dropped.set(txid, dropped)
  return dropped
}
