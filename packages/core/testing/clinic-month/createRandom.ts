/** Chances that a seed repeats exactly. */
export type Random = {
  /** From 0 up to 1. */
  next(): number
  isLikely(share: number): boolean
  /** A whole number from `low` up to and with `high`. */
  pick(low: number, high: number): number
  choose<T>(things: readonly T[]): T
  /** Around `median`; `sigma` is the standard deviation of the logarithm. Never below 1. */
  lognormal(median: number, sigma: number): number
}

/**
 * Makes chances of a seed (mulberry32).
 *
 * @example
 * createRandom(7).pick(1, 6)
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    isLikely: (share) => next() < share,
    pick: (low, high) => low + Math.floor(next() * (high - low + 1)),
    choose: (things) => things[Math.floor(next() * things.length)] as (typeof things)[number],
    lognormal(median, sigma) {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
      return Math.max(1, Math.round(median * Math.exp(sigma * normal)))
    },
  }
}
