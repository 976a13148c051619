const UNITS = [
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/**
 * Says a duration in words, in the largest unit that divides it.
 *
 * @example
 * formatDuration(28_800_000) // '8 hours'
 */
export function formatDuration(milliseconds: number): string {
  for (const [name, size] of UNITS) {
    if (milliseconds >= size && milliseconds % size === 0) {
      const count = milliseconds / size
      return `${count} ${name}${count === 1 ? '' : 's'}`
    }
  }
  return `${Math.ceil(milliseconds / 1000)} seconds`
}
