import { toPlainText } from '@medikey/core'
import { drawTable } from '../terminal/drawTable.ts'
import type { Paint } from '../terminal/Paint.ts'
import type { MonitorRunRow } from './monitorRunSchema.ts'

const COLORS = { critical: 'red', warning: 'yellow', info: 'cyan' } as const
const SEVERITY = 0

/** A run as lines: what was found, and what became of it. */
export function drawMonitorRun(
  paint: Paint,
  options: { run: MonitorRunRow; isDryForLack: boolean },
): string[] {
  const { run, isDryForLack } = options
  const lines = [describeFound(run)]
  if (run.findings.length > 0)
    lines.push(
      ...drawTable(paint, {
        head: ['severity', 'rule', 'since', 'alert', 'what'],
        rows: run.findings.map(({ severity, rule, at, alertId, summary }) => [
          severity,
          rule,
          formatTime(at),
          alertId ?? '–',
          summary,
        ]),
        paintCell: (text, { row, column }) =>
          column === SEVERITY ? paint(COLORS[run.findings[row]?.severity ?? 'info'], text) : text,
      }),
    )
  lines.push(describeEnd(run, isDryForLack))
  return lines
}

function describeFound(run: MonitorRunRow): string {
  const { monitor, mode, at, height, findings, openAlerts } = run
  // What was told already is found no second time, except in the past, where nobody had looked before.
  const isToldOf = findings.length === 0 && openAlerts > 0 && mode !== 'replay'
  const open = openAlerts === 1 ? '1 alert of it is open' : `${openAlerts} alerts of it are open`
  const nothing = isToldOf ? `nothing new; ${open}` : 'nothing'
  const count = findings.length === 0 ? nothing : `${findings.length}`
  if (mode === 'run') return `${monitor} found ${count}.`
  if (mode === 'dry-run') return `${monitor} would find ${count}.`
  return `At block ${height}, ${formatTime(at)}, ${monitor} would have found ${count}.`
}

function describeEnd({ monitor, mode, alerts, isEnabled }: MonitorRunRow, isDryForLack: boolean): string {
  if (mode === 'run')
    return alerts.length === 0
      ? 'No alert began or escalated.'
      : `Began or escalated: ${alerts.join(', ')}. See them with medikey alerts list.`
  if (mode === 'replay')
    return 'Nothing was kept or told. Settings are those of medikey.yaml as it is now; requests, grants and accounts are those of today.'
  if (isDryForLack && !isEnabled)
    return `${monitor} is switched off, so this was a dry run: nothing was kept or told.`
  return isDryForLack
    ? 'No MediKey runs here, so this was a dry run: nothing was kept or told.'
    : 'A dry run, by the settings of medikey.yaml as it is now: nothing was kept or told.'
}

function formatTime(time: string): string {
  return toPlainText([{ time }])
}
