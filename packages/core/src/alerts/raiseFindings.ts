import type { Alert, AlertFinding } from '../model/Alert.ts'
import type { UnitOfWork } from '../ports/Store.ts'

/**
 * Raises the alert's findings that have held long enough, each with its evidence, whether or not people are told yet.
 *
 * @returns all findings that hold
 */
export async function raiseFindings(
  unit: UnitOfWork,
  options: { alert: Alert; at: Date },
): Promise<readonly AlertFinding[]> {
  const { alert, at } = options
  const holding = await unit.listAlertFindings({ alertId: alert.id, holding: true })
  const ripe = holding.filter(({ stage, raisesAt }) => stage === 'pending' && raisesAt <= at)
  if (ripe.length === 0) return holding
  const fingerprints = ripe.map(({ fingerprint }) => fingerprint)
  await unit.updateFindings({ alertId: alert.id, fingerprints, patch: { stage: 'raised' } })
  await unit.appendAudit(
    ripe.map(({ rule, severity, recordId, txid }) => ({
      at,
      action: 'alert-raised' as const,
      actor: null,
      account: null,
      requestId: null,
      recordId,
      detail: { alertId: alert.id, rule, severity, ...(txid === null ? {} : { txid }) },
    })),
  )
  const raised = new Set(ripe)
  return holding.map((finding) => (raised.has(finding) ? { ...finding, stage: 'raised' } : finding))
}
