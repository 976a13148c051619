import type { Calendar } from '../../calendar/createCalendar.ts'
import type { DrawHour } from '../../model/Draws.ts'
import type { Finding } from '../../model/Finding.ts'
import type { MonitorDeps } from '../Monitor.ts'
import type { AccessVolumeSettings } from './accessVolumeSchema.ts'
import type { Activity } from './createActivity.ts'
import { createShifts, type Shifts } from './createShifts.ts'
import type { Draw } from './Draw.ts'
import { isAsPhysician } from './isAsPhysician.ts'
import { toHour } from './toHour.ts'

/** Staying so many hours longer than usual, or coming so much earlier, is a long shift and no visit at night. */
const OVERTIME_HOURS = 2
/** An hour is usual for somebody who drew in it in one of so many shifts. */
const USUAL_SHARE = 0.2

/**
 * People who drew at night without being among those who work then: one happening a person and night. Whoever does so
 * in a fair share of their own shifts does work then, and so does whoever only stayed late.
 */
export async function findOffHoursDraws(
  deps: Pick<MonitorDeps, 'directory'>,
  options: { draws: readonly Draw[]; activity: Activity; calendar: Calendar; settings: AccessVolumeSettings },
): Promise<Finding[]> {
  const { activity, calendar, settings } = options
  const { minDays, minShifts, regularPercent } = settings.offHours
  const shifts = createShifts(calendar, settings.offHours)
  const off = options.draws.filter(({ blockTime }) => shifts.isOff(toHour(blockTime)))
  const nights = Map.groupBy(off, (draw) =>
    [draw.value.accessor, isAsPhysician(draw), shifts.getShift(toHour(draw.blockTime))].join('/'),
  )
  const findings: Finding[] = []
  for (const group of nights.values()) {
    const [first] = group
    if (first === undefined) continue
    const principal = first.value.accessor
    const asPhysician = isAsPhysician(first)
    const minDraws = asPhysician ? settings.offHours.minOwnDraws : settings.offHours.minDraws
    const night = shifts.getShift(toHour(first.blockTime))
    const hours = await activity.listHours(principal)
    const history = hours.filter(({ hour }) => {
      const shift = shifts.getShift(hour)
      return shift < night && shift >= night - settings.drawRate.historyDays
    })
    const worked = new Set(history.map(({ hour }) => shifts.getShift(hour)))
    if (worked.size < minShifts || Math.min(...worked) > night - minDays) continue
    const workedOff = new Set(
      history.filter(({ hour }) => shifts.isOff(hour)).map(({ hour }) => shifts.getShift(hour)),
    )
    if (workedOff.size * 100 >= worked.size * regularPercent) continue

    const usual = getUsualHours(history, { calendar, shifts, shiftCount: worked.size })
    const isStrange = (at: Date) => {
      const hour = getHour(calendar, at)
      return usual.every((other) => shifts.getDistance(hour, other) > OVERTIME_HOURS)
    }
    const strange = group.filter(({ blockTime }) => isStrange(toHour(blockTime)))
    const [one] = strange
    if (one === undefined) continue
    const draws = hours
      .filter((drawn) => drawn.asPhysician === asPhysician)
      .filter(({ hour }) => shifts.getShift(hour) === night && shifts.isOff(hour) && isStrange(hour))
      .reduce((sum, hour) => sum + hour.draws, 0)
    if (draws < minDraws) continue
    // The draw that made them enough: those before it may have come with an earlier look.
    const enough = strange[Math.max(0, strange.length - 1 - (draws - minDraws))] ?? one
    const date = calendar.formatDay(night)
    const { name } = deps.directory.describe(principal)
    findings.push({
      rule: 'off-hours-draw',
      severity: 'warning',
      kind: 'happening',
      fingerprint: `off-hours-draw:${principal}:${asPhysician ? 'physician:' : ''}${date}`,
      cause: principal,
      subject: `${name} in the night of ${date}`,
      summary: `${name} drew ${draws} ${draws === 1 ? 'time' : 'times'} outside the hours ${settings.offHours.from}–${settings.offHours.until}, first at ${formatClock(calendar, one.blockTime)}; ${workedOff.size} of their last ${worked.size} shifts had draws then. Ask them whether it was them.`,
      recordId: null,
      txid: enough.txid,
      at: enough.blockTime,
    })
  }
  return findings
}

function getUsualHours(
  history: readonly DrawHour[],
  options: { calendar: Calendar; shifts: Shifts; shiftCount: number },
): number[] {
  const { calendar, shifts, shiftCount } = options
  const byHour = Map.groupBy(history, ({ hour }) => getHour(calendar, hour))
  return [...byHour]
    .filter(
      ([, rows]) => new Set(rows.map(({ hour }) => shifts.getShift(hour))).size >= shiftCount * USUAL_SHARE,
    )
    .map(([hour]) => hour)
}

function getHour(calendar: Calendar, at: Date): number {
  return Math.floor(calendar.locate(at).minute / 60)
}

function formatClock(calendar: Calendar, at: Date): string {
  const { minute } = calendar.locate(at)
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
