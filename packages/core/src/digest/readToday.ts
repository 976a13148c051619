import type { Deps } from '../Deps.ts'
import type { Digest } from '../model/Digest.ts'
import { findPeriod } from './findPeriod.ts'
import { readDigest } from './readDigest.ts'

/** From the beginning of any day, of 23 hours or of 25, to a time of the next one. */
const INTO_NEXT_DAY_MS = 26 * 3_600_000

/**
 * The daily digest of the day that is not over yet, as far as it is. It is gathered anew each time, and nothing is written
 * or sent.
 *
 * @param options.now an instant of that day
 * @example
 * const digest = await readToday(deps, { now: clock.now() })
 */
export async function readToday(
  deps: Pick<Deps, 'store' | 'settings'>,
  options: { now: Date },
): Promise<Digest> {
  const { timeZone } = deps.settings.monitors
  const yesterday = await findPeriod({ period: 'daily', at: options.now, timeZone })
  return readDigest(deps, { period: 'daily', at: new Date(yesterday.to.getTime() + INTO_NEXT_DAY_MS) })
}
