import type { Chain } from '../../chain/Chain.ts'
import type {
  DroppedTransaction,
  MinedTransaction,
  PendingTransaction,
} from '../../chain/TransactionRecord.ts'

export type FoundTransaction =
  | { readonly state: 'mined'; readonly record: MinedTransaction }
  | { readonly state: 'pending'; readonly record: PendingTransaction }
  | { readonly state: 'dropped'; readonly record: DroppedTransaction }

/** Finds a transaction wherever it is: in a block, in the mempool, or dropped from there. */
export function findTransaction(
  { index, mempool }: Pick<Chain, 'index' | 'mempool'>,
  { txid }: { txid: string },
): FoundTransaction | null {
  const mined = index.mined.get(txid)
  if (mined !== undefined) return { state: 'mined', record: mined }
  const pending = mempool.get(txid)
  if (pending !== undefined) return { state: 'pending', record: pending }
  const dropped = index.dropped.get(txid)
  return dropped === undefined ? null : { state: 'dropped', record: dropped }
}
