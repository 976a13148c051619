import type { Digest } from '@medikey/core'
import { pgTable, text } from 'drizzle-orm/pg-core'
import { digestFiguresSchema } from '../columns/digestFiguresSchema.ts'
import { document } from '../columns/document.ts'
import { instant } from '../columns/instant.ts'

/** Digests that were sent, one of a period: what keeps a second one from being sent. */
export const digests = pgTable('digests', {
  id: text('id').primaryKey(),
  period: text('period').$type<Digest['period']>().notNull(),
  name: text('name').notNull(),
  from: instant('from_at').notNull(),
  to: instant('to_at').notNull(),
  timeZone: text('time_zone').notNull(),
  figures: document('figures', digestFiguresSchema).notNull(),
})
