/**
 * The things with which so many lie within a window of time, where one thing earlier there were not: a burst is told
 * once, however long it goes on.
 *
 * @param things oldest first
 * @param options.within milliseconds
 * @example
 * findCrossings(calls, { getTime: ({ blockTime }) => blockTime, count: 5, within: 900_000 })
 */
export function findCrossings<T>(
  things: readonly T[],
  options: { getTime: (thing: T) => Date; count: number; within: number },
): T[] {
  const { getTime, count, within } = options
  const times = things.map((thing) => getTime(thing).getTime())
  const isFull = (index: number) => {
    const first = times[index - count + 1]
    const last = times[index]
    return first !== undefined && last !== undefined && last - first <= within
  }
  return things.filter((_, index) => isFull(index) && !isFull(index - 1))
}
