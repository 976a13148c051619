import type { Transaction } from '@medikey/core'
import { sql } from 'drizzle-orm'
import { bigint, bigserial, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { document } from '../columns/document.ts'
import { failureSchema } from '../columns/failureSchema.ts'
import { instant } from '../columns/instant.ts'
import { uint128 } from '../columns/uint128.ts'
import { requests } from './requests.ts'

export const transactions = pgTable(
  'transactions',
  {
    id: text('id').primaryKey(),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    requestId: text('request_id')
      .notNull()
      .references(() => requests.id),
    signer: text('signer').notNull(),
    status: text('status').$type<Transaction['status']>().notNull(),
    txid: text('txid').unique('transactions_txid'),
    nonce: uint128('nonce'),
    fee: uint128('fee'),
    bytes: text('bytes'),
    replaces: text('replaces'),
    failure: document('failure', failureSchema),
    blockHeight: bigint('block_height', { mode: 'number' }),
    blockHash: text('block_hash'),
    createdAt: instant('created_at').notNull(),
    signedAt: instant('signed_at'),
    broadcastAt: instant('broadcast_at'),
    includedAt: instant('included_at'),
    finalAt: instant('final_at'),
    nextAttemptAt: instant('next_attempt_at').notNull(),
    attempts: integer('attempts').notNull(),
  },
  (table) => [
    uniqueIndex('transactions_one_live')
      .on(table.requestId)
      .where(sql`status not in ('aborted', 'dropped', 'replaced', 'refused')`),
    uniqueIndex('transactions_one_nonce')
      .on(table.signer, table.nonce)
      .where(
        sql`status in ('signed', 'unknown', 'broadcast', 'included', 'final') or (status = 'aborted' and final_at is null)`,
      ),
    index('transactions_unfinished')
      .on(table.nextAttemptAt)
      .where(
        sql`status in ('queued', 'signed', 'unknown', 'broadcast', 'included') or (status = 'aborted' and final_at is null)`,
      ),
    index('transactions_request').on(table.requestId),
    index('transactions_underway')
      .on(table.createdAt)
      .where(sql`status in ('queued', 'signed', 'unknown', 'broadcast')`),
    index('transactions_signed').on(table.signedAt),
    index('transactions_signer').on(table.signer, table.signedAt),
  ],
)
