import type { LegacyAlert } from '@medikey/core'
import { bigserial, index, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns/instant.ts'
import { uint128 } from '../columns/uint128.ts'

export const alerts = pgTable(
  'alerts',
  {
    id: text('id').primaryKey(),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    rule: text('rule').notNull(),
    severity: text('severity').$type<LegacyAlert['severity']>().notNull(),
    fingerprint: text('fingerprint').notNull().unique('alerts_fingerprint'),
    subject: text('subject').notNull(),
    summary: text('summary').notNull(),
    recordId: uint128('record_id'),
    txid: text('txid'),
    status: text('status').$type<LegacyAlert['status']>().notNull(),
    raisedAt: instant('raised_at').notNull(),
  },
  (table) => [index('alerts_newest').on(table.raisedAt, table.seq)],
)
