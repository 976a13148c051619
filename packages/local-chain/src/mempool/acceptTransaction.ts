import type { Chain } from '../chain/Chain.ts'
import type { PendingTransaction } from '../chain/TransactionRecord.ts'

/**
 * Takes an admitted transaction into the mempool, in the place of the one it replaces. The replay of a
 * journal does the same.
 */
export function acceptTransaction(
  { index, mempool }: Pick<Chain, 'index' | 'mempool'>,
  { pending }: { pending: PendingTransaction },
): void {
  const replaced = mempool.findConflict(pending.transaction)
  if (replaced !== undefined) {
    mempool.remove(replaced.transaction.txid)
    index.dropped.set(replaced.transaction.txid, {
      ...replaced,
      status: 'dropped_replace_by_fee',
      replacedBy: pending.transaction.txid,
    })
  }
  index.dropped.delete(pending.transaction.txid)
  mempool.add(pending)
}
