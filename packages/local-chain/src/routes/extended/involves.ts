import type { PendingTransaction } from '../../chain/TransactionRecord.ts'

/** True when a pending transaction is a principal's, pays it or calls it. */
export function involves({ transaction }: PendingTransaction, { principal }: { principal: string }): boolean {
  const { sender, sponsor, payload } = transaction
  if (sender.address === principal || sponsor?.address === principal) return true
  if (payload.type === 'token_transfer') return payload.recipient === principal
  return payload.type !== 'unsupported' && payload.contractId === principal
}
