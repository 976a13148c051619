import { MAX_UINT } from '../simnet/MAX_UINT.ts'

/**
 * The numbers at the edge: 0, 1, each limit and one more, and the largest.
 *
 * @example
 * listEdges(50n) // [0n, 1n, 50n, 51n, 2n ** 128n - 1n]
 */
export function listEdges(...limits: readonly bigint[]): bigint[] {
  const around = limits.flatMap((limit) => [limit, limit + 1n]).filter((edge) => edge < MAX_UINT)
  return [...new Set([0n, 1n, ...around, MAX_UINT])]
}
