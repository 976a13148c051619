import type { Alert } from '@medikey/core'
import { sql } from 'drizzle-orm'
import { bigserial, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant } from '../columns/instant.ts'

export const alerts = pgTable(
  'alerts',
  {
    id: text('id').primaryKey(),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    rule: text('rule').$type<Alert['rule']>().notNull(),
    cause: text('cause').notNull(),
    severity: text('severity').$type<Alert['severity']>().notNull(),
    status: text('status').$type<Alert['status']>().notNull(),
    startedAt: instant('started_at').notNull(),
    firedAt: instant('fired_at'),
    acknowledgedAt: instant('acknowledged_at'),
    acknowledgedBy: text('acknowledged_by'),
    resolvedAt: instant('resolved_at'),
    silencedUntil: instant('silenced_until'),
    silenceReason: text('silence_reason'),
    inhibitedBy: text('inhibited_by').$type<Alert['rule']>(),
    toldAt: instant('told_at'),
    toldSeverity: text('told_severity').$type<Alert['severity']>(),
    dueAt: instant('due_at'),
    movedAt: instant('moved_at').notNull(),
  },
  (table) => [
    uniqueIndex('alerts_one_open').on(table.rule, table.cause).where(sql`status <> 'resolved'`),
    index('alerts_newest').on(table.startedAt, table.seq),
    index('alerts_fired').on(table.firedAt).where(sql`fired_at is not null`),
    index('alerts_due').on(table.dueAt).where(sql`status <> 'resolved'`),
    index('alerts_moved').on(table.movedAt).where(sql`status <> 'resolved'`),
    index('alerts_inhibited')
      .on(table.inhibitedBy)
      .where(sql`status <> 'resolved' and inhibited_by is not null`),
  ],
)
