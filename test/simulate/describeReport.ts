import type { Report } from './Report.ts'

/** The report, for people. */
export function describeReport(report: Report): string {
  const { found, falseAlerts, falseAWeek, notices, consequences } = report
  const width = Math.max(...found.map(({ incident }) => incident.length))
  const missed = found.filter(({ rule }) => rule === null)
  const counts = [...Map.groupBy(notices, ({ rule }) => rule)].map(
    ([rule, { length }]) => `${rule} ${length}`,
  )
  return [
    `Seed ${report.seed}: ${report.days} days, ${report.transactions} transactions, ${report.events} events, in ${Math.round(report.seconds)} s`,
    '',
    'Planted',
    ...found.map(
      ({ incident, rule, afterMinutes, plantedAt }) =>
        `  ${rule === null ? '✗' : '✓'} ${incident.padEnd(width)}  ${rule === null ? `not found (planted ${plantedAt})` : `${rule} after ${describeMinutes(afterMinutes ?? 0)} (planted ${plantedAt})`}`,
    ),
    '',
    `Found ${found.length - missed.length} of ${found.length}. ${consequences} more alerts followed from them.`,
    `False alerts: ${falseAlerts.length}, ${falseAWeek.toFixed(2)} a week`,
    ...falseAlerts.map(
      ({ rule, severity, firedAt, findings, summary }) =>
        `  ! ${firedAt} ${severity} ${rule} (${findings}): ${summary}`,
    ),
    `Notices of ordinary facts: ${notices.length}${counts.length === 0 ? '' : ` (${counts.join(', ')})`}`,
    `Messages: ${report.told.posts}, of which ${report.told.twice} came twice. Records that the projection has otherwise than the chain: ${report.differences}.`,
  ].join('\n')
}

function describeMinutes(minutes: number): string {
  return minutes < 120 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`
}
