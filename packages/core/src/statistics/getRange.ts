/** From the lower to the higher, both included. */
export type Range = { readonly low: bigint; readonly high: bigint }

/**
 * Where eight of ten volumes lie: what people call usual.
 *
 * @returns null when there are none
 * @example
 * getRange([20n, 30n, 40n, 50n, 60n]) // { low: 20n, high: 60n }
 */
export function getRange(volumes: readonly bigint[]): Range | null {
  const sorted = volumes.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const low = sorted[Math.floor((sorted.length - 1) * 0.1)]
  const high = sorted[Math.ceil((sorted.length - 1) * 0.9)]
  return low === undefined || high === undefined ? null : { low, high }
}
