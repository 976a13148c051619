import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Chance that comes out the same for the same seed. */
export type Dice = {
  /** A whole number from `low` to `high`, both possible. */
  between(low: number, high: number): number
  /** True with this probability. */
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** How often something happens that happens `mean` times on average (Poisson). */
  count(mean: number): number
  /** A volume around `median`, as skewed as people's work is: lognormal with this spread. */
  volume(median: number, spread: number): number
}

/**
 * Makes dice of their own for one purpose, so that one part of a simulation throws the same whatever others do.
 *
 * @example
 * const dice = createDice({ seed: 7, purpose: 'draws of day 3' })
 */
export function createDice(options: { seed: number; purpose: string }): Dice {
  const rng = xoroshiro128plus(mix(`${options.seed}/${options.purpose}`))
  const unit = () => uniformFloat64(rng)
  const between = (low: number, high: number) => uniformInt(rng, low, high)
  // Box and Muller's way to a normal distribution.
  const normal = () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit())
  return {
    between,
    chance: (probability) => unit() < probability,
    pick(items) {
      const picked = items[between(0, items.length - 1)]
      if (picked === undefined) throw new Error('There is nothing to pick from.')
      return picked
    },
    count(mean) {
      const limit = Math.exp(-mean)
      let product = unit()
      let times = 0
      while (product > limit) {
        product *= unit()
        times += 1
      }
      return times
    },
    volume: (median, spread) => Math.max(1, Math.round(median * Math.exp(spread * normal()))),
  }
}

function mix(text: string): number {
  let hash = 2_166_136_261
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619)
  return hash
}
