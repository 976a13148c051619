import type { Request } from '@medikey/core'
import { sql } from 'drizzle-orm'
import { bigint, bigserial, check, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { accountSchema } from '../columns/accountSchema.ts'
import { document } from '../columns/document.ts'
import { instant } from '../columns/instant.ts'
import { uint128 } from '../columns/uint128.ts'

export const requests = pgTable(
  'requests',
  {
    id: text('id').primaryKey(),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    kind: text('kind').$type<Request['kind']>().notNull(),
    status: text('status').$type<Request['status']>().notNull(),
    origin: text('origin').$type<Request['origin']>().notNull(),
    recordId: uint128('record_id'),
    physician: text('physician'),
    medicalStaff: text('medical_staff'),
    accessLimit: uint128('access_limit'),
    durationMs: bigint('duration_ms', { mode: 'number' }),
    volume: uint128('volume'),
    category: text('category'),
    reason: text('reason'),
    requester: text('requester').notNull(),
    requesterAccount: document('requester_account', accountSchema),
    standingAccessLimit: uint128('standing_access_limit'),
    standingUsage: uint128('standing_usage'),
    createdAt: instant('created_at').notNull(),
    approvalExpiresAt: instant('approval_expires_at').notNull(),
    executionExpiresAt: instant('execution_expires_at'),
    consentedAt: instant('consented_at'),
    decidedBy: text('decided_by'),
    decidedByAccount: document('decided_by_account', accountSchema),
    decidedAt: instant('decided_at'),
    decisionReason: text('decision_reason'),
    grantRequestId: text('grant_request_id'),
  },
  (table) => [
    uniqueIndex('requests_one_undecided')
      .on(table.kind, table.recordId, table.medicalStaff)
      .where(sql`kind in ('grant', 'revoke') and status in ('awaiting-consent', 'pending')`),
    index('requests_open_expiry')
      .on(table.approvalExpiresAt)
      .where(sql`status in ('unconfirmed', 'awaiting-consent', 'pending')`),
    index('requests_waiting').on(table.createdAt).where(sql`status in ('awaiting-consent', 'pending')`),
    index('requests_undecided')
      .on(table.approvalExpiresAt)
      .where(sql`kind in ('grant', 'revoke') and status in ('awaiting-consent', 'pending', 'expired')`),
    index('requests_newest').on(table.createdAt, table.seq),
    index('requests_decided').on(table.decidedAt).where(sql`decided_at is not null`),
    index('requests_expired').on(table.approvalExpiresAt).where(sql`status = 'expired'`),
    index('requests_pair').on(table.recordId, table.medicalStaff),
    // What a row is read as rests on these: each kind has what it cannot do without.
    check(
      'requests_access_whole',
      sql`kind not in ('grant', 'revoke') or num_nulls(record_id, physician, medical_staff, reason) = 0`,
    ),
    check(
      'requests_action_whole',
      sql`case kind
        when 'create' then num_nulls(volume, category) = 0
        when 'access' then num_nulls(record_id, volume, reason) = 0
        when 'archive' then num_nulls(record_id, reason) = 0
        when 'maintenance-on' then reason is not null
        when 'maintenance-off' then reason is not null
        else kind in ('grant', 'revoke')
      end`,
    ),
  ],
)
