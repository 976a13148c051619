import type { UnitOfWork } from '@medikey/core'
import { and, eq, or, sql } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { deliveries } from '../schema/deliveries.ts'
import { requests } from '../schema/requests.ts'
import { toRequest } from './toRequest.ts'

/** Writes of requests and of the deliveries that lead to them. */
export function createRequestWriter(
  tx: Database,
): Pick<UnitOfWork, 'claimDelivery' | 'insertRequest' | 'moveRequest' | 'noteStanding'> {
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

    async insertRequest({ standing, ...request }) {
      const [row] = await tx
        .insert(requests)
        .values({
          ...request,
          standingAccessLimit: standing?.accessLimit ?? null,
          standingUsage: standing?.usage ?? null,
        })
        .onConflictDoNothing({
          target: [requests.kind, requests.recordId, requests.medicalStaff],
          where: sql`status = 'pending'`,
        })
        .returning()
      return row === undefined ? null : toRequest(row)
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
            eq(requests.status, 'pending'),
            eq(requests.recordId, recordId),
            eq(requests.medicalStaff, medicalStaff),
            differs,
          ),
        )
        .returning()
      return rows.map(toRequest)
    },
  }
}
