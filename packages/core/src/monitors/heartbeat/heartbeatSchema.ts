import { z } from 'zod'
import { createMonitorSchema } from '../createMonitorSchema.ts'

/**
 * The settings of the monitor of the jobs themselves.
 *
 * @example
 * heartbeatSchema.parse({ factor: 5 })
 */
export const heartbeatSchema = createMonitorSchema({
  cron: '* * * * *',
  rules: ['job-overdue'],
  // After a restart every job that is due runs within a minute.
  holdFor: { 'job-overdue': '2m' },
  bounds: {
    /** How many of its intervals a job may take to complete once more; the time that a run may last comes on top. */
    factor: z
      .number({ error: 'must be a number' })
      .min(1, { error: 'must be 1 or more' })
      .max(100, { error: 'must be 100 or less' })
      .default(3),
  },
})

export type HeartbeatSettings = z.output<typeof heartbeatSchema>
