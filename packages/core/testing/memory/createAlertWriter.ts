import type { AlertFinding } from '../../src/model/Alert.ts'
import type { AlertWriter } from '../../src/ports/AlertStore.ts'
import type { MemoryState } from './MemoryState.ts'
import { patchRow } from './patchRow.ts'
import { refuse } from './refuse.ts'

/** Writes of alerts, their findings and silences. */
export function createAlertWriter(state: MemoryState): AlertWriter {
  const { alerts, findings, silences } = state
  const findOpen = (of: { rule: string; cause: string }) =>
    [...alerts.values()].find(
      ({ rule, cause, status }) => rule === of.rule && cause === of.cause && status !== 'resolved',
    ) ?? null

  return {
    lockAlerts: async (of) => of.flatMap((one) => findOpen(one) ?? []),

    async insertAlerts(added) {
      for (const alert of added) {
        if (alerts.has(alert.id)) refuse(`alert ${alert.id} exists`)
        if (alert.status !== 'resolved' && findOpen(alert) !== null)
          refuse(`an alert of ${alert.rule} and ${alert.cause} is open`)
        alerts.set(alert.id, structuredClone(alert))
      }
    },

    async updateAlert(alert) {
      if (!alerts.has(alert.id)) refuse(`there is no alert ${alert.id}`)
      alerts.set(alert.id, structuredClone(alert))
    },

    async insertFindings(added) {
      const known = new Set(
        [...findings.values()]
          .filter(({ kind, endedAt }) => kind === 'happening' || endedAt === null)
          .map(({ fingerprint }) => fingerprint),
      )
      const inserted: AlertFinding[] = []
      for (const finding of added) {
        if (!alerts.has(finding.alertId)) refuse(`alert ${finding.alertId} does not exist`)
        if (known.has(finding.fingerprint)) continue
        if (finding.kind === 'happening' || finding.endedAt === null) known.add(finding.fingerprint)
        findings.set(findings.size, structuredClone(finding))
        inserted.push(finding)
      }
      return inserted
    },

    async updateFindings({ alertId, fingerprints, patch }) {
      const named = fingerprints === undefined ? null : new Set(fingerprints)
      for (const [place, finding] of findings) {
        if (finding.alertId !== alertId || finding.endedAt !== null) continue
        if (named?.has(finding.fingerprint) ?? true)
          findings.set(place, patchRow<AlertFinding>(finding, patch))
      }
    },

    async putSilence(silence) {
      silences.set(`${silence.rule} ${silence.cause}`, structuredClone(silence))
    },

    async deleteSilence({ rule, cause }) {
      silences.delete(`${rule} ${cause}`)
    },
  }
}
