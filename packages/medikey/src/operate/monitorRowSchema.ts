import { z } from 'zod'

const instant = z.iso.datetime().nullable()

/** A monitor as commands print it. Instants are ISO 8601. */
export const monitorRowSchema = z.object({
  name: z.string(),
  cron: z.string(),
  enabled: z.boolean(),
  lastCompletedAt: instant,
  lastFailedAt: instant,
  /** A word for the last failure; null once it completed again. */
  failure: z.string().nullable(),
  /** Null where it is switched off, or no MediKey runs. */
  nextRunAt: instant,
})

export type MonitorRow = z.output<typeof monitorRowSchema>
