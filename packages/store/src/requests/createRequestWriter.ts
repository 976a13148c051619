import { isAccessRequest, type Request, requestSets, type UnitOfWork } from '@medikey/core'
import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { deliveries } from '../schema/deliveries.ts'
import { requests } from '../schema/requests.ts'
import { transactions } from '../schema/transactions.ts'
import { toRequest } from './toRequest.ts'
import { toRow } from './toRow.ts'

/** Writes of requests and of the deliveries that lead to them. */
export function createRequestWriter(
  tx: Database,
): Pick<UnitOfWork, 'claimDelivery' | 'insertRequest' | 'moveRequest' | 'noteStanding' | 'noteCreated'> {
  return {
    async claimDelivery(delivery) {
      const claimed = await tx.insert(deliveries).values(delivery).onConflictDoNothing().returning()
      if (claimed.length > 0) return null
      const [first] = await tx
        .select({ requestId: deliveries.requestId })
        .from(deliveries)
        .where(eq(deliveries.key, delivery.key))
      return first ?? null
    },

    async insertRequest<R extends Request>(request: R) {
      const [row] = await tx
        .insert(requests)
        .values(toRow(request))
        .onConflictDoNothing({
          target: [requests.kind, requests.recordId, requests.medicalStaff],
          where: sql`kind in ('grant', 'revoke') and status in ('awaiting-consent', 'pending')`,
        })
        .returning()
      // What came back is what went in, so it is of the same kind.
      return row === undefined ? null : (toRequest(row) as R)
    },

    async moveRequest({ id, from, to, patch }) {
      const [row] = await tx
        .update(requests)
        .set({ ...patch, status: to })
        .where(and(eq(requests.id, id), eq(requests.status, from)))
        .returning()
      return row === undefined ? null : toRequest(row)
    },

    async noteStanding({ recordId, medicalStaff, standing }) {
      const limit = standing?.accessLimit ?? null
      const usage = standing?.usage ?? null
      const differs = or(
        sql`${requests.standingAccessLimit} is distinct from ${sql.param(limit, requests.standingAccessLimit)}`,
        sql`${requests.standingUsage} is distinct from ${sql.param(usage, requests.standingUsage)}`,
      )
      const rows = await tx
        .update(requests)
        .set({ standingAccessLimit: limit, standingUsage: usage })
        .where(
          and(
            inArray(requests.status, [...requestSets.undecided]),
            inArray(requests.kind, ['grant', 'revoke']),
            eq(requests.recordId, recordId),
            eq(requests.medicalStaff, medicalStaff),
            differs,
          ),
        )
        .returning()
      return rows.map(toRequest).filter(isAccessRequest)
    },

    async noteCreated({ txid, recordId }) {
      const ours = tx
        .select({ id: transactions.requestId })
        .from(transactions)
        .where(eq(transactions.txid, txid))
      const [row] = await tx
        .update(requests)
        .set({ recordId })
        .where(
          and(
            eq(requests.kind, 'create'),
            inArray(requests.id, ours),
            or(isNull(requests.recordId), ne(requests.recordId, recordId)),
          ),
        )
        .returning()
      const request = row === undefined ? null : toRequest(row)
      return request === null || isAccessRequest(request) ? null : request
    },
  }
}
