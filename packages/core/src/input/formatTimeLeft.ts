const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/**
 * Says how long is left, in the two largest units, rounded down.
 *
 * @param milliseconds above zero
 * @example
 * formatTimeLeft(93_600_000) // '1 day 2 hours'
 */
export function formatTimeLeft(milliseconds: number): string {
  let rest = milliseconds
  const parts: string[] = []
  for (const [name, size] of UNITS) {
    const count = Math.floor(rest / size)
    rest -= count * size
    if (count > 0) parts.push(`${count} ${name}${count === 1 ? '' : 's'}`)
    else if (parts.length > 0) break
    if (parts.length === 2) break
  }
  return parts.length === 0 ? 'less than a minute' : parts.join(' ')
}
