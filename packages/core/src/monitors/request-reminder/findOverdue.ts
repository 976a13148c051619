import type { Calendar } from '../../calendar/createCalendar.ts'
import type { RequestReminderSettings } from './requestReminderSchema.ts'

/** Hours begin at a quarter of an hour in every time zone, so a quarter lies in them or does not. */
const QUARTER_MS = 900_000

/**
 * When something had waited too long, counting only the hours in which somebody decides; null when it has not yet.
 *
 * @param options.until up to when it waited
 */
export function findOverdue(options: {
  from: Date
  until: Date
  waitingFor: number
  hours: RequestReminderSettings['hours']
  calendar: Calendar
}): Date | null {
  const { until, waitingFor, hours, calendar } = options
  const [opens, closes] = [toMinute(hours.from), toMinute(hours.until)]
  let waitedMs = 0
  for (let start = options.from.getTime(); start < until.getTime(); ) {
    const end = Math.min((Math.floor(start / QUARTER_MS) + 1) * QUARTER_MS, until.getTime())
    const { weekday, minute } = calendar.locate(new Date(start))
    if (hours.days.includes(weekday) && minute >= opens && minute < closes) {
      if (waitedMs + end - start >= waitingFor) return new Date(start + waitingFor - waitedMs)
      waitedMs += end - start
    }
    start = end
  }
  return null
}

function toMinute(hour: string): number {
  return Number(hour.slice(0, 2)) * 60
}
