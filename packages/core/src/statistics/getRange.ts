/** From the lower to the higher, both included. */
export type Range = { readonly low: bigint; readonly high: bigint }

/**
 * Where eight of ten volumes lie: what people call usual.
 *
 * @returns null when there are none
 * @example
 * getRange([20n, 30n, 40n, 50n, 60n]) // { low: 24n, high: 56n }
 */
export function getRange(volumes: readonly bigint[]): Range | null {
  const sorted = volumes.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const low = interpolate(sorted, 1)
  const high = interpolate(sorted, 9)
  return low === null || high === null ? null : { low, high }
}

/** The value below which so many tenths lie, between the two nearest. */
function interpolate(sorted: readonly bigint[], tenths: number): bigint | null {
  const position = (sorted.length - 1) * tenths
  const below = sorted[Math.floor(position / 10)]
  const above = sorted[Math.ceil(position / 10)]
  return below === undefined || above === undefined
    ? null
    : below + ((above - below) * BigInt(position % 10)) / 10n
}
