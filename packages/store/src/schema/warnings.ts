import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns/instant.ts'
import { requests } from './requests.ts'

/** Warnings of a grant's end that were given. They outlive the grant's row, which a reorg takes away and brings back. */
export const warnings = pgTable(
  'warnings',
  {
    requestId: text('request_id')
      .notNull()
      .references(() => requests.id),
    leadMs: bigint('lead_ms', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.leadMs] })],
)
