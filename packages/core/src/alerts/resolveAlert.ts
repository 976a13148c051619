import type { Deps } from '../Deps.ts'
import type { Alert } from '../model/Alert.ts'
import type { EndReason } from '../model/AlertEvent.ts'
import type { UnitOfWork } from '../ports/Store.ts'
import { findInhibitor } from './findInhibitor.ts'
import { type AlertNews, tellAlert } from './tellAlert.ts'

/**
 * Ends an alert of which nothing holds any more. Who was never told of it need not hear that it is over; where it is
 * silenced or waits, its message only shows it.
 *
 * @param options.news what is told of it where people know of the alert; that it is over unless told
 * @param options.reason why it is over, where its conditions did not end
 */
export async function resolveAlert(
  deps: Pick<Deps, 'settings' | 'directory' | 'clock'>,
  unit: UnitOfWork,
  options: { alert: Alert; at: Date; news: AlertNews | null; reason?: EndReason | undefined },
): Promise<Alert> {
  const { alert, at, reason } = options
  const isHeldBack =
    (alert.silencedUntil !== null && alert.silencedUntil > at) || (await findInhibitor(unit, alert)) !== null
  const resolved: Alert = {
    ...alert,
    status: 'resolved',
    resolvedAt: at,
    inhibitedBy: null,
    dueAt: null,
    movedAt: at,
  }
  await unit.updateAlert(resolved)
  if (alert.status === 'pending') return resolved
  await unit.appendAudit([
    {
      at,
      action: 'alert-resolved',
      actor: null,
      account: null,
      requestId: null,
      recordId: null,
      detail: { alertId: alert.id, rule: alert.rule, ...(reason === undefined ? {} : { reason }) },
    },
  ])
  if (alert.toldAt !== null)
    await tellAlert(deps, unit, {
      alert: resolved,
      what: options.news ?? (isHeldBack ? 'changed' : 'resolved'),
      reason,
    })
  return resolved
}
