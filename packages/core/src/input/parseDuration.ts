const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const
const LONGEST_MS = 366 * UNITS.d

/**
 * Reads a duration as people type it: `30m`, `8h`, `7d`, `2w`.
 *
 * @returns milliseconds, or null when it is not a duration between a minute and a year
 * @example
 * parseDuration('8h') // 28800000
 */
export function parseDuration(text: string): number | null {
  const match = /^([1-9]\d{0,5})([mhdw])$/i.exec(text.trim())
  if (match === null) return null
  const milliseconds = Number(match[1]) * UNITS[match[2]?.toLowerCase() as keyof typeof UNITS]
  return milliseconds <= LONGEST_MS ? milliseconds : null
}
