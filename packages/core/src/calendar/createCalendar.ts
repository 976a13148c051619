import { IANAZone } from 'luxon'

const QUARTER_MS = 900_000
const DAY_MS = 86_400_000
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

export type Weekday = (typeof WEEKDAYS)[number]

/** An instant as people of the place say it. */
export type LocalTime = {
  /** Days since 1970-01-01 in the place's calendar: days that follow each other differ by one. */
  readonly day: number
  readonly weekday: Weekday
  /** Minutes since midnight by the clock on the wall. */
  readonly minute: number
}

/** Tells the days and hours of one time zone. */
export type Calendar = {
  locate(at: Date): LocalTime
  /** `2026-01-31`. */
  formatDay(day: number): string
}

/**
 * Makes the calendar of a time zone. What it worked out it remembers for as long as it lives.
 *
 * @param timeZone an IANA name, checked with the settings
 * @example
 * createCalendar('Europe/Berlin').locate(new Date('2026-01-31T23:30:00Z')) // { weekday: 'sun', minute: 30, … }
 */
export function createCalendar(timeZone: string): Calendar {
  const zone = IANAZone.create(timeZone)
  // Zones change their offset at a quarter of an hour at the earliest.
  const offsets = new Map<number, number>()

  function getOffset(at: Date): number {
    const quarter = Math.floor(at.getTime() / QUARTER_MS)
    const known = offsets.get(quarter) ?? zone.offset(quarter * QUARTER_MS) * 60_000
    offsets.set(quarter, known)
    return known
  }

  return {
    locate(at) {
      const local = at.getTime() + getOffset(at)
      const day = Math.floor(local / DAY_MS)
      return {
        day,
        weekday: WEEKDAYS[(day + 4) % 7] as Weekday,
        minute: Math.floor((local - day * DAY_MS) / 60_000),
      }
    },
    formatDay: (day) => new Date(day * DAY_MS).toISOString().slice(0, 10),
  }
}
