import { z } from 'zod'
import { parseDuration } from '../input/parseDuration.ts'
import type { RuleName } from '../model/RuleName.ts'

const NO_DURATION = 'must be a duration such as 30m, 8h, 7d or 2w'
const severity = z.enum(['info', 'warning', 'critical'], { error: 'must be info, warning or critical' })

/** A duration as people write it, in milliseconds. */
export const durationSchema = z.string({ error: NO_DURATION }).transform((value, context) => {
  const milliseconds = parseDuration(value)
  if (milliseconds !== null) return milliseconds
  context.addIssue({ code: 'custom', message: NO_DURATION })
  return z.NEVER
})

/**
 * The settings of a monitor: what every monitor has, and bounds of its own, all with defaults.
 *
 * @param options.cron when it runs unless told
 * @param options.rules what it finds: whose severity and `for` may be set
 * @param options.bounds each with a default
 * @example
 * createMonitorSchema({ cron: '* * * * *', rules: ['grant-unused'], bounds: { unusedFor: durationSchema.prefault('30d') } })
 */
export function createMonitorSchema<R extends RuleName, Bounds extends z.ZodRawShape>(options: {
  cron: string
  rules: readonly [R, ...R[]]
  bounds: Bounds
}) {
  const rule = z.enum(options.rules)
  return z
    .strictObject({
      enabled: z.boolean({ error: 'must be true or false' }).default(true),
      /** Minute, hour, day of month, month, day of week; a sixth field in front counts seconds. */
      cron: z.string({ error: 'must be a cron expression such as "*/5 * * * *"' }).default(options.cron),
      /** In place of the severity that the monitor gives a rule's findings. */
      severity: z.partialRecord(rule, severity).default({}),
      /** How long a rule's condition has to hold before it is told. */
      for: z.partialRecord(rule, durationSchema).default({}),
      ...options.bounds,
    })
    .prefault({} as never)
}
