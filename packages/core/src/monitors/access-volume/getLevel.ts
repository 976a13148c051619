import type { Severity } from '../../model/Alert.ts'

/** How full something is that is worth telling. */
export type Level = { readonly percent: number; readonly severity: Severity }

/**
 * The highest level that a part of a whole reaches; null below all of them. Exact for every number of the chain.
 *
 * @example
 * getLevel([{ percent: 80, severity: 'info' }], { part: 80n, whole: 100n }) // { percent: 80, severity: 'info' }
 */
export function getLevel(levels: readonly Level[], options: { part: bigint; whole: bigint }): Level | null {
  const { part, whole } = options
  const reached = levels.filter(({ percent }) => part * 100n >= whole * BigInt(percent))
  return reached.toSorted((a, b) => a.percent - b.percent).at(-1) ?? null
}
