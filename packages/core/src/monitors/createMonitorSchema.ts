import { z } from 'zod'
import { severitySchema } from '../alerts/severitySchema.ts'
import { parseDuration } from '../input/parseDuration.ts'
import type { RuleName } from '../model/RuleName.ts'

const NO_DURATION = 'must be a duration such as 30m, 8h, 7d or 2w'

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
 * @param options.holdFor how long a rule's condition has to hold unless told; not at all where it is not named
 * @param options.bounds each with a default
 * @example
 * createMonitorSchema({ cron: '* * * * *', rules: ['grant-unused'], bounds: { unusedFor: durationSchema.prefault('30d') } })
 */
export function createMonitorSchema<R extends RuleName, Bounds extends z.ZodRawShape>(options: {
  cron: string
  rules: readonly [R, ...R[]]
  holdFor?: Readonly<Partial<Record<R, string>>>
  bounds: Bounds
}) {
  const { cron, rules, holdFor = {} as Readonly<Partial<Record<R, string>>>, bounds } = options
  const toShape = <S extends z.ZodType>(toSchema: (rule: R) => S) =>
    Object.fromEntries(rules.map((rule) => [rule, toSchema(rule)])) as Record<R, S>
  const held = (rule: R): z.ZodOptional<typeof durationSchema> => {
    const fallback = holdFor[rule]
    const schema = fallback === undefined ? durationSchema : durationSchema.prefault(fallback)
    return schema.optional() as z.ZodOptional<typeof durationSchema>
  }
  return z
    .strictObject({
      enabled: z.boolean({ error: 'must be true or false' }).default(true),
      /** Minute, hour, day of month, month, day of week; a sixth field in front counts seconds. */
      cron: z.string({ error: 'must be a cron expression such as "*/5 * * * *"' }).default(cron),
      /** In place of the severity that the monitor gives a rule's findings. */
      severity: z.strictObject(toShape(() => severitySchema.optional())).prefault({} as never),
      /** How long a rule's condition has to hold before it is told. */
      for: z.strictObject(toShape(held)).prefault({} as never),
      ...bounds,
    })
    .prefault({} as never)
}
