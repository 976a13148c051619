import type { Calendar, Weekday } from '../../calendar/createCalendar.ts'

const HOUR_MS = 3_600_000
const HALF_DAY_HOURS = 12
const DAY_HOURS = 24

/** When the clinic works. */
export type Shifts = {
  /**
   * Whether all of the hour that begins then is outside the hours. Draws are kept by the chain's hours: where clocks are
   * half an hour off those, one that is partly within the hours accuses nobody.
   */
  isOff(hour: Date): boolean
  /**
   * The day on which a shift began, in the calendar's count: the small hours still belong to the evening before, so
   * that a night is one shift.
   */
  getShift(at: Date): number
  /** How many hours lie between two hours of the day, whichever way around the clock is shorter. */
  getDistance(hour: number, other: number): number
}

/**
 * Makes the shifts of a clinic.
 *
 * @param options.from hour of the day at which its hours begin, such as `06:00`
 * @param options.until hour at which they end
 * @param options.days on which there are hours at all
 * @example
 * const { isOff } = createShifts(calendar, { from: '06:00', until: '22:00', days: ['mon', 'tue'] })
 */
export function createShifts(
  calendar: Calendar,
  options: { from: string; until: string; days: readonly Weekday[] },
): Shifts {
  const opens = Number.parseInt(options.from, 10) * 60
  const closes = Number.parseInt(options.until, 10) * 60
  const isOutside = (at: Date) => {
    const { weekday, minute } = calendar.locate(at)
    return minute < opens || minute >= closes || !options.days.includes(weekday)
  }
  return {
    isOff: (hour) => isOutside(hour) && isOutside(new Date(hour.getTime() + HOUR_MS - 1)),
    getShift(at) {
      const { day, minute } = calendar.locate(at)
      return minute < opens ? day - 1 : day
    },
    getDistance(hour, other) {
      const distance = Math.abs(hour - other)
      return distance > HALF_DAY_HOURS ? DAY_HOURS - distance : distance
    },
  }
}
