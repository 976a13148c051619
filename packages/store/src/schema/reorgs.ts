import { bigint, bigserial, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns/instant.ts'

/** What reorgs took back. Stays when the projection is read again: it happened. */
export const reorgs = pgTable(
  'reorgs',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    fromHeight: bigint('from_height', { mode: 'number' }).notNull(),
    fromHash: text('from_hash').notNull(),
    toHeight: bigint('to_height', { mode: 'number' }).notNull(),
    events: integer('events').notNull(),
    failedCalls: integer('failed_calls').notNull(),
  },
  (table) => [index('reorgs_time').on(table.at)],
)
