import type { Chain } from '../chain/Chain.ts'
import type { DroppedTransaction, PendingTransaction } from '../chain/TransactionRecord.ts'

/**
 * Takes an admitted transaction into the mempool, in the place of the one it replaces. The replay of a
 * journal does the same.
 *
 * @returns The one it replaced, if any.
 */
export function acceptTransaction(
  { index, mempool }: Pick<Chain, 'index' | 'mempool'>,
  { pending }: { pending: PendingTransaction },
): DroppedTransaction | null {
  const { txid } = pending.transaction
  const conflict = mempool.findConflict(pending.transaction)
  const replaced: DroppedTransaction | null =
    conflict === undefined ? null : { ...conflict, status: 'dropped_replace_by_fee', replacedBy: txid }
  if (replaced !== null) {
    mempool.remove(replaced.transaction.txid)
    index.dropped.set(replaced.transaction.txid, replaced)
  }
  index.dropped.delete(txid)
  mempool.add(pending)
  return replaced
}
