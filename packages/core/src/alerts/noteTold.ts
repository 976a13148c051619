import type { Alert, AlertFinding } from '../model/Alert.ts'
import type { UnitOfWork } from '../ports/Store.ts'
import { compareSeverity } from './compareSeverity.ts'

/**
 * Notes on an alert's findings that people are told of what holds, or have seen it.
 *
 * @param options.isJoin whether they hear of what joined only, and of the alert itself no sooner or later for it
 * @returns the alert and its findings with that noted; the alert is not saved
 */
export async function noteTold(
  unit: UnitOfWork,
  options: { alert: Alert; holding: readonly AlertFinding[]; at: Date; isJoin?: boolean },
): Promise<{ alert: Alert; holding: readonly AlertFinding[] }> {
  const { alert, at, isJoin = false } = options
  const { toldSeverity, severity } = alert
  const fingerprints = options.holding
    .filter(({ stage }) => stage === 'raised')
    .map(({ fingerprint }) => fingerprint)
  if (fingerprints.length > 0)
    await unit.updateFindings({ alertId: alert.id, fingerprints, patch: { stage: 'told' } })
  const isHigher = toldSeverity === null || compareSeverity(severity, toldSeverity) > 0
  return {
    alert: {
      ...alert,
      toldAt: isJoin ? alert.toldAt : at,
      toldSeverity: isHigher ? severity : toldSeverity,
    },
    holding: options.holding.map((finding) =>
      finding.stage === 'raised' ? { ...finding, stage: 'told' } : finding,
    ),
  }
}
