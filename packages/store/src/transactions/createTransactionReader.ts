import type { StoreReader } from '@medikey/core'
import { and, asc, desc, eq, getTableColumns, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { requests } from '../schema/requests.ts'
import { signers } from '../schema/signers.ts'
import { transactions } from '../schema/transactions.ts'
import { toTransaction } from './toTransaction.ts'

/** Reads of transactions and signers. */
export function createTransactionReader(
  db: Database,
): Pick<
  StoreReader,
  'getTransaction' | 'listTransactions' | 'listUnfinishedTransactions' | 'listHeldNonces' | 'getSignerFence'
> {
  return {
    async getTransaction(id) {
      const [row] = await db.select().from(transactions).where(eq(transactions.id, id))
      return row === undefined ? null : toTransaction(row)
    },

    async listTransactions(requestId) {
      const rows = await db
        .select()
        .from(transactions)
        .where(eq(transactions.requestId, requestId))
        .orderBy(asc(transactions.createdAt), asc(transactions.seq))
      return rows.map(toTransaction)
    },

    async listUnfinishedTransactions({ now, limit }) {
      const rows = await db
        .select(getTableColumns(transactions))
        .from(transactions)
        .innerJoin(requests, eq(requests.id, transactions.requestId))
        .where(
          and(
            or(
              inArray(transactions.status, ['queued', 'signed', 'unknown', 'broadcast', 'included']),
              and(eq(transactions.status, 'aborted'), isNull(transactions.finalAt)),
            ),
            lte(transactions.nextAttemptAt, now),
          ),
        )
        .orderBy(desc(eq(requests.kind, 'revoke')), asc(transactions.nextAttemptAt), asc(transactions.seq))
        .limit(limit)
      return rows.map(toTransaction)
    },

    async listHeldNonces(signer) {
      const rows = await db
        .select({ nonce: transactions.nonce })
        .from(transactions)
        .where(
          and(
            eq(transactions.signer, signer),
            inArray(transactions.status, ['signed', 'unknown', 'broadcast', 'included']),
            isNotNull(transactions.nonce),
          ),
        )
        .orderBy(asc(transactions.nonce))
      return rows.flatMap(({ nonce }) => (nonce === null ? [] : [nonce]))
    },

    async getSignerFence(signer) {
      const [row] = await db.select().from(signers).where(eq(signers.signer, signer))
      return row?.fence ?? 0n
    },
  }
}
