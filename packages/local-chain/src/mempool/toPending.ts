import type { Chain } from '../chain/Chain.ts'
import { getTip } from '../chain/getTip.ts'
import type { PendingTransaction } from '../chain/TransactionRecord.ts'
import type { DecodedTransaction } from '../transactions/DecodedTransaction.ts'

/** Notes when, in time and on the chain, a transaction came. */
export function toPending(
  chain: Pick<Chain, 'index'>,
  { transaction, receivedAt }: { transaction: DecodedTransaction; receivedAt: number },
): PendingTransaction {
  const { height, tenureHeight } = getTip(chain)
  return { transaction, receivedAt, receiptHeight: height, receiptTenure: tenureHeight }
}
