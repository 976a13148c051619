import { z } from 'zod'
import { createMonitorSchema, durationSchema } from '../createMonitorSchema.ts'

const hour = z.string().regex(/^([01]\d|2[0-4]):00$/, { error: 'must be a whole hour such as "08:00"' })
const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], {
  error: 'must be one of mon, tue, wed, thu, fri, sat, sun',
})

/**
 * The settings of the monitor of requests that wait.
 *
 * @example
 * requestReminderSchema.parse({ waitingFor: '1h', hours: { from: '00:00', until: '24:00' } })
 */
export const requestReminderSchema = createMonitorSchema({
  cron: '* * * * *',
  rules: ['request-waiting', 'request-expired'],
  bounds: {
    /** After how long a request waits too long. Only the hours in which somebody decides count. */
    waitingFor: durationSchema.prefault('4h'),
    /** When people decide, by the clock of `timeZone`: who asks on Friday night need not be answered on Saturday. */
    hours: z
      .strictObject({
        from: hour.default('08:00'),
        until: hour.default('18:00'),
        days: z
          .array(weekday)
          .min(1, { error: 'must name at least one day' })
          .default(['mon', 'tue', 'wed', 'thu', 'fri']),
      })
      .refine(({ from, until }) => from < until, {
        error: 'must be later than from',
        path: ['until'],
      })
      .prefault({}),
  },
})

export type RequestReminderSettings = z.output<typeof requestReminderSchema>
