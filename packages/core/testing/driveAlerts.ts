import { randomUUID } from 'node:crypto'
import { acknowledgeAlert } from '../src/alerts/acknowledgeAlert.ts'
import { advanceAlerts } from '../src/alerts/advanceAlerts.ts'
import { applyReport, type ReportSettings } from '../src/alerts/applyReport.ts'
import { silenceAlert } from '../src/alerts/silenceAlert.ts'
import { unsilenceAlert } from '../src/alerts/unsilenceAlert.ts'
import type { Deps } from '../src/Deps.ts'
import type { Message } from '../src/messages/Message.ts'
import { toPlainText } from '../src/messages/toPlainText.ts'
import type { Alert } from '../src/model/Alert.ts'
import type { Finding } from '../src/model/Finding.ts'
import type { Clinic } from './createClinic.ts'
import { sampleFinding } from './samples/sampleFinding.ts'

/** What happens to alerts, as tests write it down; `noteNews` has to stand in for `tellAlert`. */
export type AlertDriver = {
  /** A monitor's report. What is told of a finding that the test leaves open is of now. */
  report(
    holds: readonly Partial<Finding>[],
    options?: { ended?: readonly string[]; settings?: ReportSettings },
  ): Promise<Alert[]>
  /** Turns the clock on and sweeps until nothing moves. */
  pass(ms: number): Promise<void>
  acknowledge(alertId: string): Promise<string>
  silence(alertId: string, durationMs: number): Promise<string>
  unsilence(alertId: string): Promise<string>
  /** The one alert that is not over. */
  getOpen(): Promise<Alert>
  /** What was to be told since the last call, by alert, as `alertId what`. */
  drainAll(): Promise<{ alertId: string; what: string }[]>
  /** The same without the alerts' ids. */
  drain(): Promise<string[]>
}

/**
 * Drives the alerts of a clinic.
 *
 * @param options.deps in place of the clinic's, such as a store that fails
 * @example
 * const alerts = driveAlerts(clinic)
 * await alerts.report([{ severity: 'warning' }])
 */
export function driveAlerts(clinic: Clinic, options: { deps?: Deps } = {}): AlertDriver {
  const { clock } = clinic
  const deps = options.deps ?? clinic.deps
  const { store } = clinic.deps
  const toAct = (alertId: string) => ({ alertId, account: clinic.account('cmo'), delivery: randomUUID() })

  const drainAll: AlertDriver['drainAll'] = async () => {
    const told: { alertId: string; what: string }[] = []
    for (const { id: alertId } of (await store.listAlerts({ limit: 1_000 })).reverse()) {
      const lane = { subject: { alertId }, platform: 'slack' } as const
      for (;;) {
        const now = new Date(8.64e15)
        const post = await store.claimPost({ lane, now, staleBefore: now })
        if (post === null) break
        told.push({ alertId, what: post.message?.title ?? '' })
        const { id, attempts, revision } = post
        await store.settlePost({ id, attempts, revision, outcome: { failed: 'told' }, at: now })
      }
    }
    return told
  }

  return {
    report: (holds, { ended = [], settings } = {}) => {
      const at = clock.now()
      const report = { holds: holds.map((finding) => sampleFinding({ at, ...finding })), ended }
      return deps.store.transaction((unit) =>
        applyReport(deps, unit, { report, at, ...(settings === undefined ? {} : { settings }) }),
      )
    },
    async pass(ms) {
      clock.advance(ms)
      while ((await advanceAlerts(deps)) > 0);
    },
    acknowledge: async (alertId) => toText(await acknowledgeAlert(deps, toAct(alertId))),
    silence: async (alertId, durationMs) =>
      toText(await silenceAlert(deps, { ...toAct(alertId), durationMs, reason: 'ward round' })),
    unsilence: async (alertId) => toText(await unsilenceAlert(deps, toAct(alertId))),
    async getOpen() {
      const status = ['pending', 'firing', 'acknowledged'] as const
      const [alert, ...others] = await store.listAlerts({ status, limit: 2 })
      if (alert === undefined || others.length > 0) throw new Error('there is not one open alert')
      return alert
    },
    drainAll,
    drain: async () => (await drainAll()).map(({ what }) => what),
  }
}

function toText({ paragraphs }: Message): string {
  return paragraphs.map(toPlainText).join('\n')
}
