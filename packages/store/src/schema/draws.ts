import { bigint, boolean, index, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns/instant.ts'

/** What each principal drew in each hour: sums that the follower keeps with the events they come from. */
export const draws = pgTable(
  'draws',
  {
    principal: text('principal').notNull(),
    hour: instant('hour').notNull(),
    asPhysician: boolean('as_physician').notNull(),
    draws: bigint('draws', { mode: 'number' }).notNull(),
    /** A sum of 128-bit numbers: of any length. */
    volume: numeric('volume', { mode: 'bigint' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.principal, table.hour, table.asPhysician] }),
    index('draws_hour').on(table.hour),
  ],
)
