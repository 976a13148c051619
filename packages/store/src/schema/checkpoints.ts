import { sql } from 'drizzle-orm'
import { bigint, boolean, check, integer, pgTable, text } from 'drizzle-orm/pg-core'

/** One row: how far the follower has read. */
export const checkpoints = pgTable(
  'checkpoints',
  {
    only: boolean('only').primaryKey().default(true),
    /** The newest event; null before the first. */
    txid: text('txid'),
    eventIndex: integer('event_index'),
    /** A page of events with it. */
    eventCursor: text('event_cursor'),
    /** The block up to which the contract's transactions were read, and a page with it. */
    callHeight: bigint('call_height', { mode: 'number' }),
    callCursor: text('call_cursor'),
    /** The newest block that something was read from. */
    blockHeight: bigint('block_height', { mode: 'number' }).notNull(),
    blockHash: text('block_hash').notNull(),
  },
  () => [check('checkpoints_one_row', sql`"only"`)],
)
