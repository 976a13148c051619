import { z } from 'zod'
import { createCountSchema } from '../createCountSchema.ts'
import { createMonitorSchema, durationSchema } from '../createMonitorSchema.ts'

/**
 * The settings of the monitor of archives.
 *
 * @example
 * recordArchivalSchema.parse({ untouchedFor: '90d' })
 */
export const recordArchivalSchema = createMonitorSchema({
  cron: '* * * * *',
  rules: ['record-archived', 'mass-archival', 'archived-with-privileges', 'record-untouched'],
  // Who archives a record and tidies up behind it needs a moment.
  holdFor: { 'archived-with-privileges': '1h' },
  bounds: {
    massArchival: z
      .strictObject({
        /** Records that one physician archives within the time. */
        count: createCountSchema({ least: 2, fallback: 10 }),
        within: durationSchema.prefault('1h'),
        /** Records that one physician archives on one day, unless their own earlier days say what is usual. */
        dayCount: createCountSchema({ least: 2, fallback: 30 }),
        /** How many days before a day say what is usual. */
        historyDays: createCountSchema({ least: 7, fallback: 90 }),
        /** Days with archives that a history needs before it speaks. */
        minDays: createCountSchema({ least: 5, fallback: 10 }),
        /** How far above the physician's own median, in robust standard deviations. */
        deviations: z.number({ error: 'must be a number' }).min(1).max(100).default(5),
      })
      .prefault({}),
    /** How long an active record lies untouched before that is worth telling; null: however long. */
    untouchedFor: durationSchema.nullable().prefault('52w'),
  },
})

export type RecordArchivalSettings = z.output<typeof recordArchivalSchema>
