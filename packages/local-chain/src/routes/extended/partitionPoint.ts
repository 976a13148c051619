/**
 * How many of an ordered list's first items fulfil a condition that none fulfils after the first that does
 * not. By halving: a cursor deep in the history costs no walk through it.
 */
export function partitionPoint<T>(items: readonly T[], fulfils: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && fulfils(item)) low = middle + 1
    else high = middle
  }
  return low
}
