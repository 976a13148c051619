import type { DigestPeriod } from '../model/Digest.ts'
import type { TimeRange } from '../ports/DigestStore.ts'

/** A day or a week of a time zone that is over, and the one before it. */
export type Period = TimeRange & {
  readonly id: string
  readonly period: DigestPeriod
  readonly name: string
  readonly timeZone: string
  readonly before: TimeRange
  /** Its hours, or its days, oldest first. */
  readonly spans: readonly { readonly label: string; readonly from: Date }[]
  /** The span of the same place in the period as an instant of the period before: the same hour, the same weekday. */
  readonly findSpanBefore: (at: Date) => number
}

/**
 * Finds the last day or week that was over at an instant. Days begin at midnight of the time zone and have 23 or 25 hours
 * where its clocks are changed; weeks are those of ISO 8601.
 *
 * @param options.timeZone an IANA name such as `Europe/Berlin`
 * @example
 * const { id } = await findPeriod({ period: 'daily', at: new Date('2026-11-26T07:00:00Z'), timeZone: 'UTC' })
 * // 'daily-2026-11-25'
 */
export async function findPeriod(options: {
  period: DigestPeriod
  at: Date
  timeZone: string
}): Promise<Period> {
  const { period, timeZone } = options
  // Nothing else needs it, and a start has no time to lose.
  const { DateTime } = await import('luxon')
  const toLocal = (at: Date) => DateTime.fromJSDate(at, { zone: timeZone }).setLocale('en-GB')
  const isDaily = period === 'daily'
  const unit = isDaily ? 'day' : 'week'
  const step = isDaily ? { days: 1 } : { weeks: 1 }
  const from = toLocal(options.at).startOf(unit).minus(step).startOf(unit)
  const to = from.plus(step).startOf(unit)
  const toPlace = (at: Date) => (isDaily ? toLocal(at).hour : toLocal(at).weekday)

  const spans: { label: string; from: Date }[] = []
  for (let start = from; start < to; start = start.plus(isDaily ? { hours: 1 } : { days: 1 })) {
    spans.push({ label: start.toFormat(isDaily ? 'HH' : 'ccc d'), from: start.toJSDate() })
  }
  const places = spans.map((span) => toPlace(span.from))
  const last = to.minus({ days: 1 })
  return {
    id: isDaily ? `daily-${from.toISODate()}` : `weekly-${from.toFormat("kkkk-'W'WW")}`,
    period,
    name: isDaily
      ? from.toFormat('cccc d LLLL yyyy')
      : `${from.toFormat(from.month === last.month ? 'd' : 'd LLLL')} to ${last.toFormat('d LLLL yyyy')}, week ${from.weekNumber}`,
    from: from.toJSDate(),
    to: to.toJSDate(),
    timeZone,
    before: { from: from.minus(step).startOf(unit).toJSDate(), to: from.toJSDate() },
    spans,
    findSpanBefore(at) {
      const place = toPlace(at)
      // An hour that this day does not have is shown at the one before it.
      return Math.max(
        0,
        places.findLastIndex((candidate) => candidate <= place),
      )
    },
  }
}
