import type { z } from 'zod'
import { createMonitorSchema } from '../createMonitorSchema.ts'

/**
 * The settings of the monitor of what happens around the approval.
 *
 * @example
 * unsanctionedChangeSchema.parse({ severity: { 'unsanctioned-archive': 'info' } })
 */
export const unsanctionedChangeSchema = createMonitorSchema({
  cron: '* * * * *',
  rules: ['unsanctioned-grant', 'unsanctioned-revoke', 'unsanctioned-archive', 'unsanctioned-maintenance'],
  bounds: {},
})

export type UnsanctionedChangeSettings = z.output<typeof unsanctionedChangeSchema>
