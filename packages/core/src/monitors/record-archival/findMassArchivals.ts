import type { Calendar } from '../../calendar/createCalendar.ts'
import { formatDuration } from '../../input/formatDuration.ts'
import type { Finding } from '../../model/Finding.ts'
import { judgeVolume } from '../../statistics/judgeVolume.ts'
import { findCrossings } from '../findCrossings.ts'
import type { MonitorDeps } from '../Monitor.ts'
import type { Archival } from './Archival.ts'
import type { RecordArchivalSettings } from './recordArchivalSchema.ts'

const DAY_MS = 86_400_000
/** More archives than these in a history are a mass whichever they are. */
const ARCHIVALS = 2_000

/**
 * Physicians who archived many records within a short time, or on one day far more than they usually do: one happening
 * a physician and day.
 */
export async function findMassArchivals(
  deps: Pick<MonitorDeps, 'store' | 'directory'>,
  options: { archivals: readonly Archival[]; calendar: Calendar; settings: RecordArchivalSettings },
): Promise<Finding[]> {
  const { calendar } = options
  const { count, within, dayCount, historyDays, minDays, deviations } = options.settings.massArchival
  const findings = new Map<string, Finding>()
  for (const [physician, fresh] of Map.groupBy(options.archivals, ({ value }) => value.physician)) {
    const times = fresh.map(({ blockTime }) => blockTime.getTime())
    const from = new Date(Math.min(...times) - (historyDays + 1) * DAY_MS)
    const to = new Date(Math.max(...times) + 1)
    const all = await deps.store.listArchivals({ physician, from, to, limit: ARCHIVALS })
    const crossings = findCrossings(all, { getTime: (at) => at, count, within }).map((at) => at.getTime())
    const byDay = Map.groupBy(all, (at) => calendar.locate(at).day)
    const { name } = deps.directory.describe(physician)
    for (const archival of fresh) {
      const at = archival.blockTime
      const { day } = calendar.locate(at)
      const today = (byDay.get(day) ?? []).filter((other) => other <= at).length
      const own = [...byDay]
        .filter(([other]) => other < day && other >= day - historyDays)
        .map(([, archived]) => BigInt(archived.length))
      const isMany =
        own.length < minDays
          ? today >= dayCount
          : today >= count &&
            judgeVolume({
              volume: BigInt(today),
              own,
              parts: null,
              peers: [],
              minDays,
              deviations,
              peerDeviations: deviations,
              factor: 1,
            }) !== null
      const isBurst = crossings.includes(at.getTime())
      const fingerprint = `mass-archival:${physician}:${calendar.formatDay(day)}`
      if ((!isMany && !isBurst) || findings.has(fingerprint)) continue
      findings.set(fingerprint, {
        rule: 'mass-archival',
        severity: 'critical',
        kind: 'happening',
        fingerprint,
        cause: physician,
        subject: `${name} on ${calendar.formatDay(day)}`,
        summary: `${name} archived ${isBurst ? `${count} records within ${formatDuration(within)}` : `${today} records on ${calendar.formatDay(day)}, far more than usual`}. An archive cannot be undone: ask them now whether it was them, and stop it with maintenance if it was not.`,
        recordId: null,
        txid: archival.txid,
        at,
      })
    }
  }
  return [...findings.values()]
}
