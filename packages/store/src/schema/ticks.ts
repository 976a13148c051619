import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns/instant.ts'

/** The moments of the schedule that a process took for itself; a day long. */
export const ticks = pgTable(
  'ticks',
  {
    key: text('key').primaryKey(),
    at: instant('at').notNull(),
  },
  (table) => [index('ticks_at').on(table.at)],
)
