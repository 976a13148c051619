import {
  type Deps,
  type Finding,
  monitors,
  previewMonitor,
  replayMonitor,
  type ScheduledMonitor,
} from '@medikey/core'
import { BaseError } from '@medikey/errors'
import type { Jobs } from '@medikey/jobs'
import { type ControlHandler, defineControlHandler } from '@medikey/runtime'
import { z } from 'zod'
import type { MonitorRunRow } from './monitorRunSchema.ts'

const names = Object.keys(monitors) as ScheduledMonitor[]
/** How many fingerprints one question names. */
const PAGE = 1_000

/**
 * Runs a monitor for the operator: for good, without a trace, or at a block of the past.
 *
 * @param options.runMonitor of the running jobs; null where none run, and every run is a dry one
 */
export function createRunMonitorHandler(
  deps: Deps,
  options: { runMonitor: Jobs['runMonitor'] | null },
): ControlHandler {
  const { runMonitor } = options
  return defineControlHandler({
    params: z.strictObject({
      monitor: z.enum(names),
      isDry: z.boolean(),
      atHeight: z.int().nonnegative().nullable(),
    }),
    async run({ monitor, isDry, atHeight }): Promise<MonitorRunRow> {
      const toRow = async (
        row: Pick<MonitorRunRow, 'mode'> & { findings: readonly Finding[]; at: Date },
      ) => ({
        monitor,
        mode: row.mode,
        at: row.at.toISOString(),
        height: atHeight,
        findings: await describeFindings(deps, { monitor, findings: row.findings }),
        alerts: [],
      })
      if (atHeight !== null)
        return toRow({ mode: 'replay', ...(await replay(deps, { monitor, height: atHeight })) })
      const at = deps.clock.now()
      if (isDry || runMonitor === null) {
        const state = await deps.store.getMonitorState(monitor)
        return toRow({
          mode: 'dry-run',
          at,
          findings: await previewMonitor(deps, { monitor, state, now: at }),
        })
      }
      const run = await runMonitor(monitor)
      if (run.outcome === 'failed') throw run.error
      if (run.outcome === 'skipped')
        throw new BaseError({
          code: 'MONITOR_RUNNING',
          shortMessage: `${monitor} is running at this moment, or MediKey is stopping: try again in a few seconds.`,
        })
      const { report, alerts } = run.result ?? { report: { holds: [], ended: [] }, alerts: [] }
      const ended = new Set(report.ended)
      const findings = report.holds.filter(({ fingerprint }) => !ended.has(fingerprint))
      return { ...(await toRow({ mode: 'run', at, findings })), alerts: alerts.map(({ id }) => id) }
    },
  })
}

async function replay(
  deps: Deps,
  options: { monitor: ScheduledMonitor; height: number },
): Promise<{ findings: Finding[]; at: Date }> {
  // Loading takes a while, and hardly anybody looks back.
  const { openStore } = await import('@medikey/store')
  const opened = await openStore({ databaseUrl: null, dataDir: null })
  try {
    return await replayMonitor(deps, { ...options, past: opened.store })
  } finally {
    await opened.close()
  }
}

async function describeFindings(
  deps: Pick<Deps, 'store' | 'settings'>,
  options: { monitor: ScheduledMonitor; findings: readonly Finding[] },
): Promise<MonitorRunRow['findings']> {
  const { monitor, findings } = options
  const severities: Partial<Record<string, Finding['severity']>> = deps.settings.monitors[monitor].severity
  const alertIds = new Map<string, string>()
  for (let index = 0; index < findings.length; index += PAGE) {
    const fingerprints = findings.slice(index, index + PAGE).map(({ fingerprint }) => fingerprint)
    for (const { fingerprint, alertId } of await deps.store.findFindings({ fingerprints }))
      alertIds.set(fingerprint, alertId)
  }
  return findings.map(({ rule, severity, kind, fingerprint, subject, summary, recordId, txid, at }) => ({
    rule,
    severity: severities[rule] ?? severity,
    kind,
    subject,
    summary,
    recordId: recordId?.toString() ?? null,
    txid,
    at: at.toISOString(),
    alertId: alertIds.get(fingerprint) ?? null,
  }))
}
