import { boolean, index, pgTable, text } from 'drizzle-orm/pg-core'
import { uint128 } from '../columns/uint128.ts'

export const records = pgTable(
  'records',
  {
    recordId: uint128('record_id').primaryKey(),
    physician: text('physician').notNull(),
    recordCategory: text('record_category').notNull(),
    dataVolume: uint128('data_volume').notNull(),
    accessedVolume: uint128('accessed_volume').notNull(),
    createdAtHeight: uint128('created_at_height').notNull(),
    activeRecord: boolean('active_record').notNull(),
  },
  (table) => [index('records_physician').on(table.physician, table.recordId)],
)
