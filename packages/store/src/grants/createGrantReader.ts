import type { StoreReader } from '@medikey/core'
import { and, asc, eq, gt, isNull, lte, notExists, sql } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { grants } from '../schema/grants.ts'
import { warnings } from '../schema/warnings.ts'

/** Reads of grants. */
export function createGrantReader(
  db: Database,
): Pick<StoreReader, 'getGrant' | 'getActiveGrant' | 'listEndedGrants' | 'listGrantsToWarn'> {
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

    listGrantsToWarn({ now, leadMs, limit }) {
      const given = db
        .select({ requestId: warnings.requestId })
        .from(warnings)
        .where(and(eq(warnings.requestId, grants.requestId), eq(warnings.leadMs, leadMs)))
      const lead = sql`make_interval(secs => ${leadMs / 1000})`
      return db
        .select()
        .from(grants)
        .where(
          and(
            eq(grants.status, 'active'),
            isNull(grants.endRequestId),
            gt(grants.endsAt, now),
            lte(grants.endsAt, new Date(now.getTime() + leadMs)),
            sql`${grants.startsAt} < ${grants.endsAt} - ${lead}`,
            notExists(given),
          ),
        )
        .orderBy(asc(grants.endsAt), asc(grants.requestId))
        .limit(limit)
    },
  }
}
