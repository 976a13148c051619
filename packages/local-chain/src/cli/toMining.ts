import type { LocalChainOptions } from '../LocalChainOptions.ts'

/** Tenures pass also on a chain without a block time, or nothing on it would ever be final. */
const defaultTenureTimeMs = 8000

/**
 * The options of mining that a command's block time stands for.
 *
 * @param blockTimeMs Milliseconds; 0 mines each transaction as soon as it is accepted.
 * @param tenureTimeMs Milliseconds; 0 begins tenures only when told.
 */
export function toMining({
  blockTimeMs,
  tenureTimeMs = defaultTenureTimeMs,
}: {
  blockTimeMs: number
  tenureTimeMs?: number | undefined
}): Pick<LocalChainOptions, 'mining' | 'blockTimeMs' | 'tenureTimeMs'> {
  const tenures = { tenureTimeMs: tenureTimeMs === 0 ? null : tenureTimeMs }
  return blockTimeMs === 0
    ? { mining: 'immediate', ...tenures }
    : { mining: 'interval', blockTimeMs, ...tenures }
}
