import type { AlertFinding } from '@medikey/core'
import { sql } from 'drizzle-orm'
import { bigserial, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant } from '../columns/instant.ts'
import { uint128 } from '../columns/uint128.ts'
import { alerts } from './alerts.ts'

export const alertFindings = pgTable(
  'alert_findings',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    alertId: text('alert_id')
      .notNull()
      .references(() => alerts.id),
    kind: text('kind').$type<AlertFinding['kind']>().notNull(),
    fingerprint: text('fingerprint').notNull(),
    severity: text('severity').$type<AlertFinding['severity']>().notNull(),
    subject: text('subject').notNull(),
    summary: text('summary').notNull(),
    recordId: uint128('record_id'),
    txid: text('txid'),
    at: instant('at').notNull(),
    foundAt: instant('found_at').notNull(),
    stage: text('stage').$type<AlertFinding['stage']>().notNull(),
    raisesAt: instant('raises_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    // A happening is told once for ever; a condition may come again once it has ended.
    uniqueIndex('alert_findings_once')
      .on(table.fingerprint)
      .where(sql`kind = 'happening' or ended_at is null`),
    index('alert_findings_alert').on(table.alertId, table.seq),
  ],
)
