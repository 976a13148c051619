import type { Silence } from '@medikey/core'
import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns/instant.ts'

/** Of what alerts are not told, and until when. */
export const silences = pgTable(
  'silences',
  {
    rule: text('rule').$type<Silence['rule']>().notNull(),
    cause: text('cause').notNull(),
    until: instant('until').notNull(),
    reason: text('reason').notNull(),
    silencedBy: text('silenced_by'),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.rule, table.cause] })],
)
