import { nameAlert, toPlainText } from '@medikey/core'
import { drawTable } from '../terminal/drawTable.ts'
import type { Paint } from '../terminal/Paint.ts'
import type { AlertRow } from './alertRowSchema.ts'

const COLORS = { critical: 'red', warning: 'yellow', info: 'cyan' } as const
const SEVERITY = 1

/** Alerts as a table. */
export function drawAlerts(paint: Paint, { alerts }: { alerts: readonly AlertRow[] }): string[] {
  return drawTable(paint, {
    head: ['id', 'severity', 'state', 'since', 'what'],
    rows: alerts.map((alert) => [
      alert.id,
      alert.severity,
      describeState(alert),
      formatTime(alert.startedAt),
      nameAlert({ rule: alert.rule, count: alert.findings, subjects: alert.subjects }),
    ]),
    paintCell: (text, { row, column }) =>
      column === SEVERITY ? paint(COLORS[alerts[row]?.severity ?? 'info'], text) : text,
  })
}

function describeState({ status, silencedUntil, inhibitedBy }: AlertRow): string {
  if (status === 'resolved') return status
  if (silencedUntil !== null) return `${status}, silenced until ${formatTime(silencedUntil)}`
  return inhibitedBy === null ? status : `${status}, waits for ${inhibitedBy}`
}

function formatTime(time: string): string {
  return toPlainText([{ time }])
}
