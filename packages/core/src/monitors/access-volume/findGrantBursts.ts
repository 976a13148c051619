import type { Calendar } from '../../calendar/createCalendar.ts'
import { formatVolume } from '../../input/formatVolume.ts'
import type { Finding } from '../../model/Finding.ts'
import { averageCount } from '../../statistics/averageCount.ts'
import { type Judgement, judgeVolume } from '../../statistics/judgeVolume.ts'
import { measureSpread, toLogarithm } from '../../statistics/measureSpread.ts'
import type { MonitorDeps } from '../Monitor.ts'
import type { AccessVolumeSettings } from './accessVolumeSchema.ts'
import type { Activity } from './createActivity.ts'
import type { Draw } from './Draw.ts'
import { describeUsual } from './describeUsual.ts'
import { isAsPhysician } from './isAsPhysician.ts'
import { readGrantBehind } from './readGrantBehind.ts'
import { sumDays } from './sumDays.ts'
import { toHour } from './toHour.ts'

/** More events than this on one record within minutes are what the draws of a day tell. */
const EVENTS = 200
/** Minutes beside whole days of others: to be far above those is rarer than to be far above hours. */
const NEWCOMER_DEVIATIONS = 1

/**
 * Grants of which most was drawn right after they were given, by somebody who usually draws less in an hour: one
 * happening a grant. Each draw is judged by the grant under which it was made, also when that is long gone.
 */
export async function findGrantBursts(
  deps: Pick<MonitorDeps, 'store' | 'directory'>,
  options: { draws: readonly Draw[]; activity: Activity; calendar: Calendar; settings: AccessVolumeSettings },
): Promise<Finding[]> {
  const { percent, within, minDraws } = options.settings.grantBurst
  const findings = new Map<string, Finding>()
  for (const draw of options.draws) {
    if (isAsPhysician(draw)) continue
    const { recordId, accessor, staffUsage } = draw.value
    const standing = await deps.store.getPrivilege({ recordId, medicalStaff: accessor })
    const time = draw.blockTime.getTime()
    // The grant that stands was given long before: so it is with nearly every draw.
    if (standing !== null && standing.grantedAt.getTime() < time - within) continue

    const throughHeight = draw.blockHeight
    const events = await deps.store.listRecordEventsThrough({ recordId, throughHeight, limit: EVENTS })
    const behind = readGrantBehind(events, draw)
    if (behind === null || behind.draws < minDraws) continue
    const { accessLimit } = behind.grant
    const { txid, eventIndex, blockTime } = behind.place
    const fingerprint = `grant-burst:${txid}:${eventIndex}`
    const tookMs = time - blockTime.getTime()
    if (findings.has(fingerprint) || tookMs > within) continue
    if (staffUsage * 100n < accessLimit * BigInt(percent)) continue
    const judgement = await judgeBurst(options, draw)
    if (judgement === null) continue

    const { name } = deps.directory.describe(accessor)
    const minutes = Math.max(1, Math.ceil(tookMs / 60_000))
    const drawn = `${formatVolume(staffUsage)} of ${formatVolume(accessLimit)}`
    findings.set(fingerprint, {
      rule: 'grant-burst',
      severity: 'warning',
      kind: 'happening',
      fingerprint,
      cause: accessor,
      subject: `${name} on record ${recordId}`,
      summary: `${name} drew ${drawn} in ${behind.draws} draws within ${minutes} min of the grant on record ${recordId} (${describeUsual(judgement, { per: judgement.usual === null ? 'day' : 'hour' })}). Ask them what it was for, or revoke the grant.`,
      recordId,
      txid: draw.txid,
      at: draw.blockTime,
    })
  }
  return [...findings.values()]
}

/** By the person's own hours, or by their peers' days while their history is short. */
async function judgeBurst(
  options: { activity: Activity; calendar: Calendar; settings: AccessVolumeSettings },
  draw: Draw,
): Promise<Judgement | null> {
  const { activity, calendar, settings } = options
  const { historyDays, minDays } = settings.drawRate
  const { accessor: principal, staffUsage: volume } = draw.value
  const { day } = calendar.locate(toHour(draw.blockTime))
  const hours = (await activity.listHours(principal)).filter(({ hour, asPhysician }) => {
    const its = calendar.locate(hour).day
    return !asPhysician && its < day && its >= day - historyDays
  })
  const days = sumDays(hours, calendar)
  const isKnown = days.size >= minDays
  // Some ordinary errands use up a small grant at once; what matters is as much as a whole day of theirs.
  const { center } = measureSpread([...days.values()].map((sum) => sum.volume)) ?? { center: 0 }
  if (isKnown && toLogarithm(volume) < center) return null
  const bound = isKnown ? settings.grantBurst.deviations : NEWCOMER_DEVIATIONS
  return judgeVolume({
    volume,
    own: isKnown ? hours.map((hour) => hour.volume) : [],
    parts: averageCount(hours.map((hour) => hour.draws)),
    peers: isKnown ? [] : await activity.listPeerDays({ principal, asPhysician: false, day }),
    minDays,
    deviations: bound,
    peerDeviations: bound,
    factor: isKnown ? settings.grantBurst.factor : 1,
  })
}
