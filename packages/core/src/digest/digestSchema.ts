import { z } from 'zod'

const createPeriodSchema = (cron: string) =>
  z
    .strictObject({
      enabled: z.boolean({ error: 'must be true or false' }).default(true),
      cron: z.string({ error: 'must be a cron expression such as "0 7 * * *"' }).default(cron),
    })
    .prefault({})

/**
 * The `digest` section of the configuration: which digests are sent, and when, in the time zone of the monitors. A digest
 * tells of the last day or week that is over by then.
 *
 * @example
 * digestSchema.parse({ weekly: { enabled: false } })
 */
export const digestSchema = z
  .strictObject({ daily: createPeriodSchema('0 7 * * *'), weekly: createPeriodSchema('0 7 * * 1') })
  .prefault({})

/** Which digests are sent, and when. */
export type DigestSettings = Readonly<z.output<typeof digestSchema>>
