import { type StoreReader, transactionSets } from '@medikey/core'
import { and, asc, desc, eq, getTableColumns, inArray, isNotNull, isNull, lte, ne, or } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { requests } from '../schema/requests.ts'
import { signers } from '../schema/signers.ts'
import { transactions } from '../schema/transactions.ts'
import { toTransaction } from './toTransaction.ts'

/** What was aborted may come back until it is final. */
const orNotFinal = or(ne(transactions.status, 'aborted'), isNull(transactions.finalAt))

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
            inArray(transactions.status, [...transactionSets.unfinished]),
            orNotFinal,
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
            inArray(transactions.status, [...transactionSets.holdsNonce]),
            orNotFinal,
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
