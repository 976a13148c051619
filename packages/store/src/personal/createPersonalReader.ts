import type { StoreReader } from '@medikey/core'
import { and, asc, count, desc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { grants } from '../schema/grants.ts'
import { privileges } from '../schema/privileges.ts'
import { records } from '../schema/records.ts'

/** Reads of what concerns one person. */
export function createPersonalReader(
  db: Database,
): Pick<StoreReader, 'listActiveGrants' | 'suggestRecords' | 'suggestCategories'> {
  // Not LIKE: what somebody types may hold its wildcards.
  const contains = (typed: string): SQL =>
    sql`position(lower(${typed}::text) in lower(${records.recordCategory})) > 0`

  return {
    listActiveGrants: ({ principal, limit }) =>
      db
        .select()
        .from(grants)
        .where(
          and(
            eq(grants.status, 'active'),
            or(eq(grants.medicalStaff, principal), eq(grants.physician, principal)),
          ),
        )
        .orderBy(sql`${grants.endsAt} asc nulls last`, desc(grants.startsAt), asc(grants.requestId))
        .limit(limit),

    async suggestRecords({ principal, typed, limit }) {
      const held = db
        .select({ recordId: privileges.recordId })
        .from(privileges)
        .where(eq(privileges.medicalStaff, principal))
      return await db
        .select()
        .from(records)
        .where(or(sql`starts_with(${records.recordId}::text, ${typed}::text)`, contains(typed)))
        .orderBy(
          desc(eq(records.physician, principal)),
          desc(inArray(records.recordId, held)),
          desc(records.recordId),
        )
        .limit(limit)
    },

    async suggestCategories({ principal, typed, limit }) {
      const rows = await db
        .select({ category: records.recordCategory })
        .from(records)
        .where(and(ne(records.recordCategory, ''), contains(typed)))
        .groupBy(records.recordCategory)
        .orderBy(
          sql`bool_or(${eq(records.physician, principal)}) desc`,
          desc(count()),
          sql`${records.recordCategory} collate "C"`,
        )
        .limit(limit)
      return rows.map(({ category }) => category)
    },
  }
}
