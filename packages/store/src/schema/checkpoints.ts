import { sql } from 'drizzle-orm'
import { bigint, boolean, check, integer, pgTable, text } from 'drizzle-orm/pg-core'

/** One row: how far the follower has read. */
export const checkpoints = pgTable(
  'checkpoints',
  {
    only: boolean('only').primaryKey().default(true),
    txid: text('txid').notNull(),
    eventIndex: integer('event_index').notNull(),
    blockHeight: bigint('block_height', { mode: 'number' }).notNull(),
    /** Empty in a row of an older version: matches no block, so the projection is read again. */
    blockHash: text('block_hash').notNull().default(''),
  },
  () => [check('checkpoints_one_row', sql`"only"`)],
)
