import type { AuditAction } from '@medikey/core'
import { bigserial, index, pgTable, text } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { accountSchema } from '../columns/accountSchema.ts'
import { document } from '../columns/document.ts'
import { instant } from '../columns/instant.ts'
import { uint128 } from '../columns/uint128.ts'

/** Evidence: a trigger refuses every change (see the migration `audit_append_only`). */
export const auditEntries = pgTable(
  'audit_entries',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    action: text('action').$type<AuditAction>().notNull(),
    actor: text('actor'),
    account: document('account', accountSchema),
    requestId: text('request_id'),
    recordId: uint128('record_id'),
    detail: document('detail', z.record(z.string(), z.string())).notNull(),
  },
  (table) => [
    index('audit_entries_request').on(table.requestId, table.seq),
    index('audit_entries_record').on(table.recordId, table.seq),
    index('audit_entries_action').on(table.action, table.at),
  ],
)
