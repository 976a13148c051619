import type { Cost } from './Cost.ts'

/**
 * How many calls of one cost fit a limit: the scarcest of the five decides.
 *
 * @example
 * countFits(cost, BLOCK_LIMIT) // 1363
 */
export function countFits(cost: Cost, limit: Cost): number {
  const names = Object.keys(limit) as (keyof Cost)[]
  const fits = names.filter((name) => cost[name] > 0).map((name) => Math.floor(limit[name] / cost[name]))
  return Math.min(...fits)
}
