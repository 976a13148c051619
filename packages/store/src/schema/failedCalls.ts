import { bigint, bigserial, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant } from '../columns/instant.ts'
import { uint128 } from '../columns/uint128.ts'

/** Calls that the contract refused. */
export const failedCalls = pgTable(
  'failed_calls',
  {
    txid: text('txid').primaryKey(),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    blockHeight: bigint('block_height', { mode: 'number' }).notNull(),
    blockHash: text('block_hash').notNull(),
    blockTime: instant('block_time').notNull(),
    sender: text('sender').notNull(),
    functionName: text('function_name').notNull(),
    recordId: uint128('record_id'),
    code: uint128('code'),
  },
  (table) => [
    uniqueIndex('failed_calls_seq').on(table.seq),
    index('failed_calls_sender').on(table.sender, table.blockTime),
    index('failed_calls_height').on(table.blockHeight),
    index('failed_calls_time').on(table.blockTime),
  ],
)
