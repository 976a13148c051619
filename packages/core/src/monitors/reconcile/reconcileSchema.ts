import type { z } from 'zod'
import { createCountSchema } from '../createCountSchema.ts'
import { createMonitorSchema } from '../createMonitorSchema.ts'

/**
 * The settings of the monitor that compares the projection with the chain. A difference is told once it has been seen
 * for ten minutes: the API may know of a call a moment later than the node that answers for the contract.
 *
 * @example
 * reconcileSchema.parse({ cron: '*\/15 * * * *', mostRecords: 10_000 })
 */
export const reconcileSchema = createMonitorSchema({
  cron: '*/5 * * * *',
  rules: ['projection-differs'],
  holdFor: { 'projection-differs': '10m' },
  bounds: {
    /** How many records a run compares at most: where that is too few for a turn each day, the turn comes every few days. */
    mostRecords: createCountSchema({ least: 25, most: 50_000, fallback: 5_000 }),
  },
})

export type ReconcileSettings = z.output<typeof reconcileSchema>
