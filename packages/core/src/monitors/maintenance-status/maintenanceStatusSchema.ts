import type { z } from 'zod'
import { createMonitorSchema, durationSchema } from '../createMonitorSchema.ts'

/**
 * The settings of the monitor of maintenance.
 *
 * @example
 * maintenanceStatusSchema.parse({ longAfter: '4h', criticalAfter: '1d' })
 */
export const maintenanceStatusSchema = createMonitorSchema({
  cron: '* * * * *',
  rules: ['maintenance-began', 'maintenance-ended', 'maintenance-long'],
  bounds: {
    /** After how long maintenance lasts long. */
    longAfter: durationSchema.prefault('2h'),
    /** After how long it is critical. */
    criticalAfter: durationSchema.prefault('8h'),
  },
}).refine(({ longAfter, criticalAfter }) => criticalAfter > longAfter, {
  error: 'must be longer than longAfter',
  path: ['criticalAfter'],
})

export type MaintenanceStatusSettings = z.output<typeof maintenanceStatusSchema>
