import { median, medianAbsoluteDeviation } from 'simple-statistics'

/** Makes the median absolute deviation of normally distributed numbers their standard deviation. */
const NORMAL = 1.4826

/** What is usual, on a scale where one more is twice as much: people's volumes spread by factors, not by sums. */
export type Spread = { readonly center: number; readonly deviation: number }

/**
 * Where volumes lie and how far apart, as the median and the median absolute deviation of their logarithms: up to half
 * of them may be extraordinary without moving either.
 *
 * @param volumes each above 0
 * @returns null when there are none
 * @example
 * measureSpread([20n, 40n, 40n, 80n]) // { center: 5.3, deviation: 0.7 }
 */
export function measureSpread(volumes: readonly bigint[]): Spread | null {
  if (volumes.length === 0) return null
  const logarithms = volumes.map(toLogarithm)
  return { center: median(logarithms), deviation: NORMAL * medianAbsoluteDeviation(logarithms) }
}

/**
 * How many doublings a volume is; a sum of the chain's largest numbers fits.
 *
 * @example
 * toLogarithm(1024n) // 10
 */
export function toLogarithm(volume: bigint): number {
  return Math.log2(Number(volume))
}
