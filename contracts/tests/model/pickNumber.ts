import { MAX_UINT } from '../simnet/MAX_UINT.ts'
import type { NumberPick } from './Intention.ts'

/**
 * The number that a pick means where these limits stand.
 *
 * @param limits - at least one; `within` is at most the first
 * @example
 * pickNumber({ kind: 'beyond', nth: 0 }, [40n, 100n]) // 41n
 */
export function pickNumber({ kind, nth }: NumberPick, limits: readonly bigint[]): bigint {
  const limit = limits[nth % limits.length] ?? 0n
  switch (kind) {
    case 'zero':
      return 0n
    case 'one':
      return 1n
    case 'small':
      return BigInt(nth) + 1n
    case 'within':
      // Thousandths of the first limit, for it may be as large as numbers are.
      return ((limits[0] ?? 0n) * BigInt((nth % 1000) + 1) + 999n) / 1000n
    case 'limit':
      return limit
    case 'beyond':
      return limit < MAX_UINT ? limit + 1n : MAX_UINT
    case 'largest':
      return MAX_UINT
  }
}
