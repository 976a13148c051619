import type { Deps } from '../Deps.ts'
import type { Digest, DigestPeriod } from '../model/Digest.ts'
import { findPeriod } from './findPeriod.ts'
import { gatherFigures } from './gatherFigures.ts'

/**
 * The digest of the last period that was over at an instant: as it was sent, or gathered now where it was not. Nothing is
 * written or sent.
 *
 * @example
 * const digest = await readDigest(deps, { period: 'weekly', at: clock.now(), timeZone: 'UTC' })
 */
export async function readDigest(
  deps: Pick<Deps, 'store'>,
  options: { period: DigestPeriod; at: Date; timeZone: string },
): Promise<Digest> {
  const period = await findPeriod(options)
  const sent = await deps.store.getDigest(period.id)
  if (sent !== null) return sent
  const { id, name, from, to, timeZone } = period
  const figures = await gatherFigures(deps, period)
  return { id, period: options.period, name, from, to, timeZone, figures }
}
