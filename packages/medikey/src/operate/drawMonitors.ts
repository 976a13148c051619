import { toPlainText } from '@medikey/core'
import { drawTable } from '../terminal/drawTable.ts'
import type { Paint } from '../terminal/Paint.ts'
import type { MonitorRow } from './monitorRowSchema.ts'

const STATE = 2

/** Monitors as a table. */
export function drawMonitors(paint: Paint, { monitors }: { monitors: readonly MonitorRow[] }): string[] {
  return drawTable(paint, {
    head: ['monitor', 'cron', 'state', 'last completed', 'last failure', 'next run'],
    rows: monitors.map((monitor) => [
      monitor.name,
      monitor.cron,
      describeState(monitor),
      formatTime(monitor, monitor.lastCompletedAt),
      describeFailure(monitor),
      formatTime(monitor, monitor.nextRunAt),
    ]),
    paintCell(text, { row, column }) {
      const monitor = monitors[row]
      if (column !== STATE || monitor === undefined) return text
      if (!monitor.enabled) return paint('dim', text)
      return paint(monitor.failure === null ? 'green' : 'red', text)
    },
  })
}

function describeState({ enabled, failure }: MonitorRow): string {
  if (!enabled) return 'off'
  return failure === null ? 'on' : 'fails'
}

function describeFailure(monitor: MonitorRow): string {
  const { lastFailedAt, failure } = monitor
  const time = formatTime(monitor, lastFailedAt)
  return failure === null ? time : `${time}, ${failure}`
}

function formatTime({ cron }: MonitorRow, time: string | null): string {
  if (time === null) return '–'
  const countsSeconds = cron.trim().split(/\s+/).length === 6
  return countsSeconds ? `${time.slice(0, 19).replace('T', ' ')} UTC` : toPlainText([{ time }])
}
