import type { StoreReader } from '@medikey/core'
import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { grants } from '../schema/grants.ts'

/** Reads of grants. */
export function createGrantReader(
  db: Database,
): Pick<StoreReader, 'getGrant' | 'getActiveGrant' | 'listEndedGrants'> {
  return {
    async getGrant(requestId) {
      const [row] = await db.select().from(grants).where(eq(grants.requestId, requestId))
      return row ?? null
    },

    async getActiveGrant({ recordId, medicalStaff }) {
      const [row] = await db
        .select()
        .from(grants)
        .where(
          and(
            eq(grants.recordId, recordId),
            eq(grants.medicalStaff, medicalStaff),
            eq(grants.status, 'active'),
          ),
        )
      return row ?? null
    },

    listEndedGrants: ({ now, limit }) =>
      db
        .select()
        .from(grants)
        .where(and(eq(grants.status, 'active'), isNull(grants.endRequestId), lte(grants.endsAt, now)))
        .orderBy(asc(grants.endsAt), asc(grants.requestId))
        .limit(limit),
  }
}
