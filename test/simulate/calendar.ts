export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS
export const MINUTE_MS = 60_000
/** A Monday; the clinic lives in UTC. */
export const BEGIN = new Date('2027-03-01T00:00:00Z')

/** A moment of the simulated month. */
export function momentOf(options: { day: number; hour: number; minute?: number }): Date {
  const { day, hour, minute = 0 } = options
  return new Date(BEGIN.getTime() + day * DAY_MS + hour * HOUR_MS + minute * MINUTE_MS)
}

/** Whether fewer people work on that day. */
export function isWeekend(day: number): boolean {
  return day % 7 >= 5
}
