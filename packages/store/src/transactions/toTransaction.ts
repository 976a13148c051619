import type { Transaction } from '@medikey/core'
import type { transactions } from '../schema/transactions.ts'

/** The transaction that a row holds. */
export function toTransaction(row: typeof transactions.$inferSelect): Transaction {
  const { seq, ...transaction } = row
  return transaction
}
