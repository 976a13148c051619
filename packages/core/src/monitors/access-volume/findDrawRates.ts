import type { Calendar } from '../../calendar/createCalendar.ts'
import { formatVolume } from '../../input/formatVolume.ts'
import type { Finding } from '../../model/Finding.ts'
import { averageCount } from '../../statistics/averageCount.ts'
import { judgeVolume } from '../../statistics/judgeVolume.ts'
import type { MonitorDeps } from '../Monitor.ts'
import type { AccessVolumeSettings } from './accessVolumeSchema.ts'
import type { Activity } from './createActivity.ts'
import type { Draw } from './Draw.ts'
import { describeUsual } from './describeUsual.ts'
import { isAsPhysician } from './isAsPhysician.ts'
import { sumDays } from './sumDays.ts'
import { toHour } from './toHour.ts'

/**
 * People who drew far more on a day than they usually do and than their peers do: one happening a person and day. What
 * is usual are the days before, so that a late look judges as an early one would have.
 */
export async function findDrawRates(
  deps: Pick<MonitorDeps, 'directory'>,
  options: { draws: readonly Draw[]; activity: Activity; calendar: Calendar; settings: AccessVolumeSettings },
): Promise<Finding[]> {
  const { draws, activity, calendar } = options
  const { historyDays, minVolume, ...bounds } = options.settings.drawRate
  const locateDay = (at: Date) => calendar.locate(toHour(at)).day
  const days = Map.groupBy(draws, (draw) =>
    [draw.value.accessor, isAsPhysician(draw), locateDay(draw.blockTime)].join('/'),
  )
  const findings: Finding[] = []
  for (const group of days.values()) {
    const [first] = group
    if (first === undefined) continue
    const principal = first.value.accessor
    const asPhysician = isAsPhysician(first)
    const day = locateDay(first.blockTime)
    const sums = sumDays(
      (await activity.listHours(principal)).filter((hour) => hour.asPhysician === asPhysician),
      calendar,
    )
    const volume = sums.get(day)?.volume ?? 0n
    if (volume < BigInt(minVolume)) continue
    const earlier = [...sums].filter(([its]) => its < day && its >= day - historyDays).map(([, sum]) => sum)
    const history = {
      own: earlier.map((sum) => sum.volume),
      parts: averageCount(earlier.map((sum) => sum.draws)),
      ...bounds,
    }
    // Peers can only acquit whom their own history accuses: most people never make anybody read everybody's days.
    const isKnown = earlier.length >= bounds.minDays
    if (isKnown && judgeVolume({ volume, peers: [], ...history }) === null) continue
    const peers = await activity.listPeerDays({ principal, asPhysician, day })
    const judgement = judgeVolume({ volume, peers, ...history })
    if (judgement === null) continue

    // Back from the day's end to the first draw of these with which it was too much.
    let drawn = volume
    let crossing = first
    for (const draw of group.toReversed()) {
      if (drawn < BigInt(minVolume) || judgeVolume({ volume: drawn, peers, ...history }) === null) break
      crossing = draw
      drawn -= draw.value.accessVolume
      if (drawn <= 0n) break
    }
    const date = calendar.formatDay(day)
    const { name } = deps.directory.describe(principal)
    findings.push({
      rule: 'draw-rate',
      severity: 'warning',
      kind: 'happening',
      fingerprint: `draw-rate:${principal}:${asPhysician ? 'physician:' : ''}${date}`,
      cause: principal,
      subject: `${name} on ${date}`,
      summary: `${name} drew ${formatVolume(volume)} on ${date}${asPhysician ? ' from records of their own' : ''} (${describeUsual(judgement, { per: 'day' })}). Ask them what it was for.`,
      recordId: null,
      txid: crossing.txid,
      at: crossing.blockTime,
    })
  }
  return findings
}
