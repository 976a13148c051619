import type { Deps } from '../Deps.ts'
import type { Digest, DigestPeriod } from '../model/Digest.ts'
import { findPeriod } from './findPeriod.ts'
import { gatherFigures } from './gatherFigures.ts'

/**
 * The digest of the last period that was over at an instant: as it was sent, or gathered now where it was not. Days
 * begin at midnight in the time zone of the settings. Nothing is
 * written or sent.
 *
 * @example
 * const digest = await readDigest(deps, { period: 'weekly', at: clock.now() })
 */
export async function readDigest(
  deps: Pick<Deps, 'store' | 'settings'>,
  options: { period: DigestPeriod; at: Date },
): Promise<Digest> {
  const { timeZone } = deps.settings.monitors
  const period = await findPeriod({ ...options, timeZone })
  const sent = await deps.store.getDigest(period.id)
  if (sent !== null) return sent
  const { id, name, from, to } = period
  const figures = await gatherFigures(deps, period)
  return { id, period: options.period, name, from, to, timeZone, figures }
}
