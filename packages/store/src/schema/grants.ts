import type { Grant } from '@medikey/core'
import { sql } from 'drizzle-orm'
import { index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant } from '../columns/instant.ts'
import { uint128 } from '../columns/uint128.ts'
import { requests } from './requests.ts'

export const grants = pgTable(
  'grants',
  {
    requestId: text('request_id')
      .primaryKey()
      .references(() => requests.id),
    recordId: uint128('record_id').notNull(),
    medicalStaff: text('medical_staff').notNull(),
    physician: text('physician').notNull(),
    accessLimit: uint128('access_limit').notNull(),
    txid: text('txid').notNull(),
    status: text('status').$type<Grant['status']>().notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at'),
    // Not a reference: the link is what decides who writes the revoke, so it comes before the revoke.
    endRequestId: text('end_request_id'),
  },
  (table) => [
    uniqueIndex('grants_one_active').on(table.recordId, table.medicalStaff).where(sql`status = 'active'`),
    index('grants_ending').on(table.endsAt).where(sql`status = 'active' and end_request_id is null`),
    index('grants_outlived').on(table.endsAt).where(sql`status = 'active'`),
  ],
)
