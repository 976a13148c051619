import type { Alert, AlertFinding } from '../model/Alert.ts'
import type { UnitOfWork } from '../ports/Store.ts'
import { isQuietable } from './isQuietable.ts'

/**
 * Ends what is good to know only, once nothing was added for a while after people were told.
 *
 * @param options.holding all findings that hold
 * @returns those that still do
 */
export async function endQuietFindings(
  unit: UnitOfWork,
  options: { alert: Alert; holding: readonly AlertFinding[]; at: Date; quietAfterMs: number },
): Promise<readonly AlertFinding[]> {
  const { alert, holding, at, quietAfterMs } = options
  const isInfo = holding.every(({ stage, severity }) => stage === 'pending' || severity === 'info')
  const isQuiet = alert.toldAt !== null && alert.toldAt.getTime() + quietAfterMs <= at.getTime()
  const over = isInfo && isQuiet ? holding.filter(isQuietable) : []
  if (over.length === 0) return holding
  const fingerprints = over.map(({ fingerprint }) => fingerprint)
  await unit.updateFindings({ alertId: alert.id, fingerprints, patch: { endedAt: at } })
  return holding.filter((finding) => !over.includes(finding))
}
