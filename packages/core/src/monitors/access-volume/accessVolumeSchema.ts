import { z } from 'zod'
import { compareSeverity } from '../../alerts/compareSeverity.ts'
import { severitySchema } from '../../alerts/severitySchema.ts'
import { createCountSchema } from '../createCountSchema.ts'
import { createMonitorSchema, durationSchema } from '../createMonitorSchema.ts'

const deviations = (fallback: number) =>
  z.number({ error: 'must be a number' }).min(1, { error: 'must be 1 or more' }).max(100).default(fallback)
const factor = (fallback: number) =>
  z.number({ error: 'must be a number' }).min(1, { error: 'must be 1 or more' }).max(1_000).default(fallback)
const percent = z.int({ error: 'must be a whole number of percent' }).min(1).max(100)
const hour = z.string().regex(/^([01]\d|2[0-4]):00$/, {
  error: 'must be a whole hour such as "06:00": draws are counted by the hour',
})
const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], {
  error: 'must be one of mon, tue, wed, thu, fri, sat, sun',
})
const level = z.strictObject({ percent, severity: severitySchema })
const levels = z
  .array(level)
  .min(1, { error: 'must name at least one level' })
  .refine(
    (all) =>
      all.every(({ percent, severity }, index) => {
        const before = all[index - 1]
        return (
          before === undefined ||
          (percent > before.percent && compareSeverity(severity, before.severity) >= 0)
        )
      }),
    { error: 'must ascend: each percent once, and none less severe than the one before it' },
  )

/**
 * The settings of the monitor of volumes. The defaults are bounds that an ordinary month of a busy clinic does not
 * reach, except for full records and used grants, which are everyday notices.
 *
 * @example
 * accessVolumeSchema.parse({ offHours: { from: '07:00', until: '20:00' } })
 */
export const accessVolumeSchema = createMonitorSchema({
  cron: '* * * * *',
  rules: ['record-drawn', 'grant-used', 'draw-rate', 'grant-burst', 'off-hours-draw', 'denied-calls'],
  bounds: {
    /** A record fills up in the ordinary course; when nothing is left, somebody cannot work. */
    recordDrawn: levels.default([
      { percent: 80, severity: 'info' },
      { percent: 95, severity: 'info' },
      { percent: 100, severity: 'warning' },
    ]),
    /** A grant is there to be used. */
    grantUsed: levels.default([
      { percent: 80, severity: 'info' },
      { percent: 100, severity: 'info' },
    ]),
    drawRate: z
      .strictObject({
        /** How many days before a day say what is usual. */
        historyDays: createCountSchema({ least: 7, fallback: 28 }),
        /** Days with draws that a history needs before it speaks. */
        minDays: createCountSchema({ least: 3, fallback: 3 }),
        /** A day below this volume is never unusual. */
        minVolume: createCountSchema({ least: 1, fallback: 50 }),
        /** How far above the person's own median, in standard deviations of days of so many draws. */
        deviations: deviations(2.2),
        /** The same, above the median of their peers. */
        peerDeviations: deviations(1),
        /** How many times the upper end of what is usual. */
        factor: factor(3.5),
      })
      .prefault({}),
    grantBurst: z
      .strictObject({
        /** How much of the allowance. */
        percent: percent.default(80),
        /** How soon after the grant. */
        within: durationSchema.prefault('15m'),
        /** In how many draws at least: an errand that takes two or three uses up many a grant at once. */
        minDraws: createCountSchema({ least: 1, fallback: 4 }),
        /** How far above the person's usual hour, in standard deviations of such hours; and no less than their usual day. */
        deviations: deviations(1.5),
        /** How many times the upper end of their usual hour. */
        factor: factor(2),
      })
      .prefault({}),
    offHours: z
      .strictObject({
        from: hour.default('06:00'),
        until: hour.default('22:00'),
        days: z.array(weekday).default(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']),
        /** Draws in one night that are worth telling. */
        minDraws: createCountSchema({ least: 1, fallback: 2 }),
        /** The same for physicians who draw from their own records: they are on call, and answer for them. */
        minOwnDraws: createCountSchema({ least: 1, fallback: 6 }),
        /** Since how many days somebody is known before their history speaks. */
        minDays: createCountSchema({ least: 1, fallback: 10 }),
        /** Shifts with draws that it needs. */
        minShifts: createCountSchema({ least: 1, fallback: 3 }),
        /** Who drew outside the hours in so many percent of their shifts works then. */
        regularPercent: percent.default(10),
      })
      .refine(({ from, until }) => from < until, {
        error: 'must be later than from',
        path: ['until'],
      })
      .prefault({}),
    deniedCalls: z
      .strictObject({
        count: createCountSchema({ least: 2, fallback: 5 }),
        within: durationSchema.prefault('15m'),
      })
      .prefault({}),
  },
})

export type AccessVolumeSettings = z.output<typeof accessVolumeSchema>
