import type { Chain } from '../chain/Chain.ts'
import type { PendingTransaction } from '../chain/TransactionRecord.ts'

/** Takes a transaction that no block can carry out of the mempool. */
export function dropTransaction(
  { index, mempool }: Pick<Chain, 'index' | 'mempool'>,
  { pending }: { pending: PendingTransaction },
): void {
  const { txid } = pending.transaction
  mempool.remove(txid)
  index.dropped.set(txid, { ...pending, status: 'dropped_problematic', replacedBy: null })
}
