import { z } from 'zod'
import { durationSchema } from '../monitors/createMonitorSchema.ts'
import { routeSchema } from './routeSchema.ts'
import { webhookSchema } from './webhookSchema.ts'

/**
 * The settings of alerts, with their defaults: how often people are told, and where.
 *
 * @example
 * alertsSchema.parse({ repeatEvery: '2h' }).repeatEveryMs // 7200000
 */
export const alertsSchema = z
  .strictObject({
    /** After how long a firing alert that nobody acknowledged is told again. */
    repeatEvery: durationSchema.prefault('4h'),
    /** After how long an acknowledged alert that still holds is told again. */
    remindAfter: durationSchema.prefault('1d'),
    /** After how long without a new one happenings that are good to know only are over. */
    quietAfter: durationSchema.prefault('1h'),
    /** The first that fits an alert says where it is told; where none fits, or nothing that it names is configured: everywhere. */
    routes: z.array(routeSchema).default([]),
    webhook: webhookSchema.nullable().default(null),
  })
  .prefault({})
  .transform(({ repeatEvery, remindAfter, quietAfter, ...where }) => ({
    ...where,
    repeatEveryMs: repeatEvery,
    remindAfterMs: remindAfter,
    quietAfterMs: quietAfter,
  }))

/** How often people are told of an alert, and where. Times in milliseconds. */
export type AlertSettings = Readonly<z.output<typeof alertsSchema>>
