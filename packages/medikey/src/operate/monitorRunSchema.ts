import { z } from 'zod'

const finding = z.object({
  rule: z.string(),
  severity: z.enum(['info', 'warning', 'critical']),
  kind: z.enum(['happening', 'condition']),
  subject: z.string(),
  summary: z.string(),
  /** Digits, since it may exceed what JSON readers can hold. */
  recordId: z.string().nullable(),
  txid: z.string().nullable(),
  /** When it became true. */
  at: z.iso.datetime(),
  /** The alert that tells of it; null where none does. */
  alertId: z.string().nullable(),
})

/** What became of a monitor that somebody ran by hand. Instants are ISO 8601. */
export const monitorRunSchema = z.object({
  monitor: z.string(),
  /** `run`: taken in and told as ever. `dry-run`, `replay`: nothing was kept or told. */
  mode: z.enum(['run', 'dry-run', 'replay']),
  /** The moment as of which it looked. */
  at: z.iso.datetime(),
  /** The block of a replay; else null. */
  height: z.int().nullable(),
  /** Whether the monitor is switched on: where it is not, a run keeps nothing. */
  isEnabled: z.boolean(),
  /** What holds, or happened. */
  findings: z.array(finding),
  /** Alerts that began or escalated by it. */
  alerts: z.array(z.string()),
  /** How many alerts of the monitor are open: what they tell of is found no second time. */
  openAlerts: z.int(),
})

export type MonitorRunRow = z.output<typeof monitorRunSchema>
