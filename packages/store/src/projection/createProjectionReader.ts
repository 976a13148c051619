import type { StoreReader } from '@medikey/core'
import { and, asc, count, desc, eq } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { privileges } from '../schema/privileges.ts'
import { records } from '../schema/records.ts'

/** Reads of what the contract's events told. */
export function createProjectionReader(
  db: Database,
): Pick<StoreReader, 'getRecord' | 'listRecords' | 'countRecords' | 'listPrivileges' | 'getPrivilege'> {
  const isOf = (physician: string | undefined) =>
    physician === undefined ? undefined : eq(records.physician, physician)

  return {
    async getRecord(recordId) {
      const [row] = await db.select().from(records).where(eq(records.recordId, recordId))
      return row ?? null
    },

    listRecords: async ({ physician, offset, limit }) =>
      await db
        .select()
        .from(records)
        .where(isOf(physician))
        .orderBy(desc(records.recordId))
        .offset(offset)
        .limit(limit),

    async countRecords({ physician }) {
      const [row] = await db.select({ total: count() }).from(records).where(isOf(physician))
      return row?.total ?? 0
    },

    listPrivileges: async (recordId) =>
      await db
        .select()
        .from(privileges)
        .where(eq(privileges.recordId, recordId))
        .orderBy(asc(privileges.medicalStaff)),

    async getPrivilege({ recordId, medicalStaff }) {
      const [row] = await db
        .select()
        .from(privileges)
        .where(and(eq(privileges.recordId, recordId), eq(privileges.medicalStaff, medicalStaff)))
      return row ?? null
    },
  }
}
