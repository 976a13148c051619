import { sql } from 'drizzle-orm'
import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns/instant.ts'
import { uint128 } from '../columns/uint128.ts'

export const privileges = pgTable(
  'privileges',
  {
    recordId: uint128('record_id').notNull(),
    medicalStaff: text('medical_staff').notNull(),
    accessLimit: uint128('access_limit').notNull(),
    usage: uint128('usage').notNull(),
    txid: text('txid').notNull(),
    grantedAt: instant('granted_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.recordId, table.medicalStaff] }),
    index('privileges_unused').on(table.grantedAt).where(sql`usage = 0`),
  ],
)
