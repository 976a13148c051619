import { pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns/instant.ts'

/** Inbound deliveries that had an effect. The request need not exist: a refused one was delivered as well. */
export const deliveries = pgTable('deliveries', {
  key: text('key').primaryKey(),
  requestId: text('request_id').notNull(),
  at: instant('at').notNull(),
})
