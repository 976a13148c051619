import type { Alert } from '../model/Alert.ts'
import type { UnitOfWork } from '../ports/Store.ts'

/** Clocks of several machines may differ by so much, in milliseconds, without one of them having been set back. */
export const CLOCK_TOLERANCE_MS = 60_000

/**
 * Where the clock was set back since the alert moved: what was told or acknowledged in its future counts as that now, and
 * what has to hold for a while has as much of it left as before. Otherwise all would wait for a time that the clock has
 * left. The evidence keeps the times as they were.
 */
export async function turnBack(unit: UnitOfWork, options: { alert: Alert; at: Date }): Promise<Alert> {
  const { alert, at } = options
  const aheadMs = alert.movedAt.getTime() - at.getTime()
  if (aheadMs <= CLOCK_TOLERANCE_MS) return alert
  const holding = await unit.listAlertFindings({ alertId: alert.id, holding: true })
  for (const { fingerprint, raisesAt } of holding.filter(({ stage }) => stage === 'pending'))
    await unit.updateFindings({
      alertId: alert.id,
      fingerprints: [fingerprint],
      patch: { raisesAt: new Date(raisesAt.getTime() - aheadMs) },
    })
  const bound = (time: Date | null) => (time !== null && time > at ? at : time)
  return {
    ...alert,
    toldAt: bound(alert.toldAt),
    acknowledgedAt: bound(alert.acknowledgedAt),
    movedAt: at,
  }
}
