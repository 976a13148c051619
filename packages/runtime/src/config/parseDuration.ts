const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const

const LONGEST_MS = 52 * UNIT_MS.w

/**
 * Reads a duration as people write it in the file: `30m`, `8h`, `7d`, `2w`.
 *
 * @param text A whole number above zero and one unit.
 * @returns Milliseconds, or null where the text is no duration or is longer than 52 weeks.
 * @example
 * parseDuration('8h') // 28_800_000
 */
export function parseDuration(text: string): number | null {
  const match = /^([1-9]\d{0,6})([mhdw])$/.exec(text)
  if (match === null) return null
  const milliseconds = Number(match[1]) * UNIT_MS[match[2] as keyof typeof UNIT_MS]
  return milliseconds <= LONGEST_MS ? milliseconds : null
}
