const HOUR_MS = 3_600_000

/** The beginning of the hour in which an instant lies: by hours is how draws are counted. */
export function toHour(at: Date): Date {
  return new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS)
}
