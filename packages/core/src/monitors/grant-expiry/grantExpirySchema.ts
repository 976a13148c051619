import type { z } from 'zod'
import { createMonitorSchema, durationSchema } from '../createMonitorSchema.ts'

/**
 * The settings of the monitor of grants that end, should have ended, or are not used.
 *
 * @example
 * grantExpirySchema.parse({ unusedFor: '30d' })
 */
export const grantExpirySchema = createMonitorSchema({
  cron: '* * * * *',
  rules: ['grant-ends-soon', 'grant-outlived', 'grant-unused'],
  bounds: {
    /**
     * How long before its end a grant ends soon; of one that is no longer than that nothing is told. Off unless set: the
     * people it concerns get direct messages, and every time-box ends.
     */
    endsSoonWithin: durationSchema.optional(),
    /** How long a privilege may stand past the end of its time-box: the revoke has to be mined. */
    outlivedAfter: durationSchema.prefault('30m'),
    /** After how long past the end it is critical. */
    outlivedCriticalAfter: durationSchema.prefault('6h'),
    /** After how long without a draw a privilege is not used. */
    unusedFor: durationSchema.prefault('14d'),
  },
}).refine(({ outlivedAfter, outlivedCriticalAfter }) => outlivedCriticalAfter > outlivedAfter, {
  error: 'must be longer than outlivedAfter',
  path: ['outlivedCriticalAfter'],
})

export type GrantExpirySettings = z.output<typeof grantExpirySchema>
