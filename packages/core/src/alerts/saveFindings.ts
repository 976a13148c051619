import { min } from 'simple-statistics'
import type { Alert, AlertFinding } from '../model/Alert.ts'
import type { Finding } from '../model/Finding.ts'
import type { UnitOfWork } from '../ports/Store.ts'
import { createRequestId } from '../requests/createRequestId.ts'
import { compareSeverity } from './compareSeverity.ts'
import type { FindingGroup } from './groupFindings.ts'

/**
 * Keeps what was found of one rule and cause under the open alert, or a new one that is pending. What is known already
 * stays as it is, unless it is a condition that became more or less severe: then it is told with what made it so.
 *
 * @param options.open the alert of the rule and cause, which the unit holds
 * @param options.known what is kept under the fingerprints of the report
 * @param options.forMs how long a condition has to hold before it is told
 * @returns the alert, null where there is none and nothing to open one for; and whether anything was saved
 */
export async function saveFindings(
  unit: UnitOfWork,
  options: {
    open: Alert | null
    group: FindingGroup
    known: ReadonlyMap<string, AlertFinding>
    forMs: number
    at: Date
  },
): Promise<{ alert: Alert | null; isChanged: boolean }> {
  const { open, group, known, forMs, at } = options
  const fresh = group.findings.filter(({ fingerprint }) => !known.has(fingerprint))
  const changed = group.findings.filter((finding) => {
    const kept = known.get(finding.fingerprint)
    return kept?.kind === 'condition' && kept.severity !== finding.severity
  })
  if (fresh.length + changed.length === 0) return { alert: open, isChanged: false }

  const alert = open ?? (await openAlert(unit, { group, fresh, at }))
  // A block's time, or the clock before it was set back, may lie ahead: nothing waits for longer than it has to hold.
  const toRaisesAt = ({ kind, at: since }: Finding) =>
    new Date(Math.min(since.getTime(), at.getTime()) + (kind === 'condition' ? forMs : 0))
  await unit.insertFindings(
    fresh.map((finding) => ({
      ...finding,
      rule: alert.rule,
      cause: alert.cause,
      alertId: alert.id,
      foundAt: at,
      stage: 'pending',
      raisesAt: toRaisesAt(finding),
      endedAt: null,
    })),
  )
  for (const { fingerprint, severity, subject, summary, txid, at: since } of changed)
    await unit.updateFindings({
      alertId: alert.id,
      fingerprints: [fingerprint],
      patch: { severity, subject, summary, txid, at: since },
    })
  return { alert, isChanged: true }
}

async function openAlert(
  unit: UnitOfWork,
  options: { group: FindingGroup; fresh: readonly Finding[]; at: Date },
): Promise<Alert> {
  const { group, fresh, at } = options
  const { rule, cause } = group
  const silence = await unit.getSilence({ rule, cause })
  const isSilenced = silence !== null && silence.until > at
  const severities = fresh.map(({ severity }) => severity).toSorted(compareSeverity)
  const alert: Alert = {
    id: createRequestId(),
    rule,
    cause,
    severity: severities.at(-1) ?? 'info',
    status: 'pending',
    startedAt: new Date(min(fresh.map((finding) => finding.at.getTime()))),
    firedAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    resolvedAt: null,
    silencedUntil: isSilenced ? silence.until : null,
    silenceReason: isSilenced ? silence.reason : null,
    inhibitedBy: null,
    toldAt: null,
    toldSeverity: null,
    dueAt: null,
    movedAt: at,
  }
  await unit.insertAlerts([alert])
  return alert
}
