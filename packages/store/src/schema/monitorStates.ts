import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { changeCursorSchema } from '../columns/changeCursorSchema.ts'
import { document } from '../columns/document.ts'
import { instant } from '../columns/instant.ts'

/** What each monitor remembers, and how the last runs of each job went. */
export const monitorStates = pgTable('monitor_states', {
  monitor: text('monitor').primaryKey(),
  cursor: document('cursor', changeCursorSchema),
  failedCallCursor: document('failed_call_cursor', changeCursorSchema),
  lookedAt: instant('looked_at'),
  settings: text('settings').notNull().default(''),
  looks: integer('looks').notNull().default(0),
  startedAt: instant('started_at'),
  completedAt: instant('completed_at'),
  failedAt: instant('failed_at'),
  failure: text('failure'),
  dueBy: instant('due_by'),
})
