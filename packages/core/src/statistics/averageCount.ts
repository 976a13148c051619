import { mean, median } from 'simple-statistics'

/** Above so many times the median, a count is taken for that: a day of it is no habit. */
const CAP = 3

/**
 * How many there usually are, as a mean that a few extraordinary counts hardly move. The median would do for large
 * counts; of one or two draws a day it tells too little.
 *
 * @param counts each above 0
 * @returns null when there are none
 * @example
 * averageCount([1, 2, 1, 1, 50]) // 1.6
 */
export function averageCount(counts: readonly number[]): number | null {
  if (counts.length === 0) return null
  const most = CAP * median([...counts])
  return mean(counts.map((count) => Math.min(count, most)))
}
