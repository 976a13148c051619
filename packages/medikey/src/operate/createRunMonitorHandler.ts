import {
  type Deps,
  type Finding,
  getRule,
  type MonitorsSettings,
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
/** More open alerts than this are not counted. */
const MOST = 1_000

/**
 * Runs a monitor for the operator: for good, without a trace, or at a block of the past.
 *
 * @param options.runMonitor of the running jobs; null where none run, and every run is a dry one, as is that of a monitor
 * that is switched off
 * @param options.readMonitors the settings as they stand in the file now, by which it looks where nothing is kept
 * @throws BaseError LOCAL_CHAIN_STOPPED where the chain is asked that only a running MediKey brings up
 */
export function createRunMonitorHandler(
  deps: Deps,
  options: { runMonitor: Jobs['runMonitor'] | null; readMonitors: () => MonitorsSettings },
): ControlHandler {
  const { runMonitor, readMonitors } = options
  return defineControlHandler({
    params: z.strictObject({
      monitor: z.enum(names),
      isDry: z.boolean(),
      atHeight: z.int().nonnegative().nullable(),
    }),
    async run({ monitor, isDry, atHeight }): Promise<MonitorRunRow> {
      const { enabled: isEnabled } = deps.settings.monitors[monitor]
      // What a monitor that is switched off finds would stand for ever: nobody looks for its end.
      const isKept = atHeight === null && !isDry && runMonitor !== null && isEnabled
      const settings = isKept ? deps.settings : { ...deps.settings, monitors: readMonitors() }
      const asked = { ...deps, settings }
      const toRow = async (
        row: Pick<MonitorRunRow, 'mode'> & { findings: readonly Finding[]; at: Date },
      ) => ({
        monitor,
        mode: row.mode,
        at: row.at.toISOString(),
        height: atHeight,
        isEnabled,
        findings: await describeFindings(asked, { monitor, findings: row.findings }),
        alerts: [],
        openAlerts: await countOpenAlerts(deps, { monitor }),
      })
      const at = deps.clock.now()
      if (!isKept) {
        try {
          if (atHeight !== null)
            return await toRow({ mode: 'replay', ...(await replay(asked, { monitor, height: atHeight })) })
          const state = await deps.store.getMonitorState(monitor)
          const findings = await previewMonitor(asked, { monitor, state, now: at })
          return await toRow({ mode: 'dry-run', at, findings })
        } catch (error) {
          const isUnreachable = error instanceof BaseError && error.code === 'NODE_UNREACHABLE'
          if (runMonitor !== null || !deps.settings.demo || !isUnreachable) throw error
          throw new BaseError({
            code: 'LOCAL_CHAIN_STOPPED',
            shortMessage: `${monitor} asks the chain, and the local chain is not running: medikey start starts one.`,
            cause: error,
          })
        }
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

async function countOpenAlerts(
  deps: Pick<Deps, 'store'>,
  { monitor }: { monitor: ScheduledMonitor },
): Promise<number> {
  const open = await deps.store.listOpenAlerts({ limit: MOST })
  return open.filter(({ rule }) => getRule(rule).monitor === monitor).length
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
