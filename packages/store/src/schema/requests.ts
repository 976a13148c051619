import type { AccessRequest } from '@medikey/core'
import { sql } from 'drizzle-orm'
import { bigint, bigserial, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { accountSchema } from '../columns/accountSchema.ts'
import { document } from '../columns/document.ts'
import { instant } from '../columns/instant.ts'
import { uint128 } from '../columns/uint128.ts'

export const requests = pgTable(
  'requests',
  {
    id: text('id').primaryKey(),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    kind: text('kind').$type<AccessRequest['kind']>().notNull(),
    status: text('status').$type<AccessRequest['status']>().notNull(),
    origin: text('origin').$type<AccessRequest['origin']>().notNull(),
    recordId: uint128('record_id').notNull(),
    physician: text('physician').notNull(),
    medicalStaff: text('medical_staff').notNull(),
    accessLimit: uint128('access_limit'),
    durationMs: bigint('duration_ms', { mode: 'number' }),
    reason: text('reason').notNull(),
    requester: text('requester').notNull(),
    requesterAccount: document('requester_account', accountSchema),
    standingAccessLimit: uint128('standing_access_limit'),
    standingUsage: uint128('standing_usage'),
    createdAt: instant('created_at').notNull(),
    approvalExpiresAt: instant('approval_expires_at').notNull(),
    executionExpiresAt: instant('execution_expires_at'),
    decidedBy: text('decided_by'),
    decidedByAccount: document('decided_by_account', accountSchema),
    decidedAt: instant('decided_at'),
    decisionReason: text('decision_reason'),
    grantRequestId: text('grant_request_id'),
  },
  (table) => [
    uniqueIndex('requests_one_pending')
      .on(table.kind, table.recordId, table.medicalStaff)
      .where(sql`status = 'pending'`),
    index('requests_pending_expiry').on(table.approvalExpiresAt).where(sql`status = 'pending'`),
    index('requests_newest').on(table.createdAt, table.seq),
    index('requests_pair').on(table.recordId, table.medicalStaff),
  ],
)
