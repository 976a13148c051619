import type { UnitOfWork } from '@medikey/core'
import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { signers } from '../schema/signers.ts'
import { transactions } from '../schema/transactions.ts'
import { toTransaction } from './toTransaction.ts'

/** Writes of transactions and of the signers' fencing numbers. */
export function createTransactionWriter(
  tx: Database,
): Pick<UnitOfWork, 'insertTransaction' | 'moveTransaction' | 'advanceSignerFence'> {
  return {
    async insertTransaction(transaction) {
      await tx.insert(transactions).values(transaction)
    },

    async moveTransaction({ id, from, to, patch }) {
      const [row] = await tx
        .update(transactions)
        .set({ ...patch, status: to })
        .where(and(eq(transactions.id, id), inArray(transactions.status, [...from])))
        .returning()
      return row === undefined ? null : toTransaction(row)
    },

    async advanceSignerFence({ signer, fence }) {
      // The row of a signer comes with their first signature, which may be two processes' at once.
      if (fence === 0n) await tx.insert(signers).values({ signer, fence }).onConflictDoNothing()
      const moved = await tx
        .update(signers)
        .set({ fence: fence + 1n })
        .where(and(eq(signers.signer, signer), eq(signers.fence, fence)))
        .returning()
      return moved.length > 0
    },
  }
}
