import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { eventValue } from '../columns/eventValue.ts'
import { instant } from '../columns/instant.ts'
import { uint128 } from '../columns/uint128.ts'

export const events = pgTable(
  'events',
  {
    txid: text('txid').notNull(),
    eventIndex: integer('event_index').notNull(),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    blockHeight: bigint('block_height', { mode: 'number' }).notNull(),
    blockHash: text('block_hash').notNull(),
    blockTime: instant('block_time').notNull(),
    /** The event's name and record, taken out of the value so that they can be looked up. */
    name: text('name'),
    recordId: uint128('record_id'),
    value: eventValue('value'),
    rawHex: text('raw_hex').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.txid, table.eventIndex] }),
    uniqueIndex('events_seq').on(table.seq),
    index('events_height').on(table.blockHeight),
    index('events_record').on(table.recordId, table.blockHeight, table.seq),
    index('events_time').on(table.blockTime, table.recordId),
    index('events_archivals')
      .on(sql`(value->>'physician')`, table.blockTime)
      .where(sql`name = 'record-archived'`),
    index('events_name').on(table.name, table.blockHeight, table.seq),
  ],
)
