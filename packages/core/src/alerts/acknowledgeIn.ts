import type { Deps } from '../Deps.ts'
import type { Alert } from '../model/Alert.ts'
import type { UnitOfWork } from '../ports/Store.ts'
import type { AlertActor } from './AlertActor.ts'
import { auditAct } from './auditAct.ts'
import { noteTold } from './noteTold.ts'
import { settleAlert } from './settleAlert.ts'

/**
 * Notes that somebody has seen an alert, which the unit holds, with all that it tells of. What only happened, and does
 * not last, is over with that.
 *
 * @returns null where it was acknowledged already, or is over
 */
export async function acknowledgeIn(
  deps: Pick<Deps, 'settings' | 'directory' | 'clock'>,
  unit: UnitOfWork,
  options: { alert: Alert; actor: AlertActor; at: Date },
): Promise<Alert | null> {
  const { alert, actor, at } = options
  if (alert.status !== 'firing') return null
  await auditAct(unit, { alert, actor, action: 'alert-acknowledged', at })
  const found = await unit.listAlertFindings({ alertId: alert.id, holding: true })
  const seen = await noteTold(unit, { alert, holding: found, at })
  const happenings = seen.holding.filter(({ kind, stage }) => kind === 'happening' && stage === 'told')
  await unit.updateFindings({
    alertId: alert.id,
    fingerprints: happenings.map(({ fingerprint }) => fingerprint),
    patch: { endedAt: at },
  })
  const acknowledged: Alert = {
    ...seen.alert,
    status: 'acknowledged',
    acknowledgedAt: at,
    acknowledgedBy: actor === 'operator' ? null : actor.principal,
    // Whoever it was held back from found it by themselves.
    toldAt: alert.toldAt,
  }
  return (await settleAlert(deps, unit, { alert: acknowledged, at, act: 'acknowledged' })).alert
}
