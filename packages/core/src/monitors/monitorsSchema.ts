import { z } from 'zod'
import { accessVolumeSchema } from './access-volume/accessVolumeSchema.ts'
import { chainHealthSchema } from './chain-health/chainHealthSchema.ts'
import { grantExpirySchema } from './grant-expiry/grantExpirySchema.ts'
import { heartbeatSchema } from './heartbeat/heartbeatSchema.ts'
import { maintenanceStatusSchema } from './maintenance-status/maintenanceStatusSchema.ts'
import { reconcileSchema } from './reconcile/reconcileSchema.ts'
import { recordArchivalSchema } from './record-archival/recordArchivalSchema.ts'
import { requestReminderSchema } from './request-reminder/requestReminderSchema.ts'
import { transactionHealthSchema } from './transaction-health/transactionHealthSchema.ts'
import { unsanctionedChangeSchema } from './unsanctioned-change/unsanctionedChangeSchema.ts'

const NO_TIME_ZONE = 'must be a time zone such as Europe/Berlin or UTC'

const timeZone = z.string({ error: NO_TIME_ZONE }).refine(isTimeZone, { error: NO_TIME_ZONE })

/**
 * The `monitors` section of the configuration: every monitor's settings under its name, and the time zone in which crons,
 * hours and days are meant.
 *
 * @example
 * monitorsSchema.parse({ timeZone: 'Europe/Berlin', heartbeat: { cron: '*\/5 * * * *' } })
 */
export const monitorsSchema = z
  .strictObject({
    timeZone: timeZone.default('UTC'),
    'access-volume': accessVolumeSchema,
    'record-archival': recordArchivalSchema,
    'unsanctioned-change': unsanctionedChangeSchema,
    'maintenance-status': maintenanceStatusSchema,
    'grant-expiry': grantExpirySchema,
    'request-reminder': requestReminderSchema,
    'transaction-health': transactionHealthSchema,
    reconcile: reconcileSchema,
    'chain-health': chainHealthSchema,
    heartbeat: heartbeatSchema,
  })
  .prefault({})

/** The settings of all monitors. Durations in milliseconds. */
export type MonitorsSettings = Readonly<z.output<typeof monitorsSchema>>

/** A name of the time zone database, not an offset: a clinic's hours move with summer time. */
function isTimeZone(value: string): boolean {
  if (!/^[A-Z]/i.test(value)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return true
  } catch {
    return false
  }
}
