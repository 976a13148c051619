import type { Deps } from '../Deps.ts'
import type { Alert } from '../model/Alert.ts'
import type { UnitOfWork } from '../ports/Store.ts'
import type { AlertActor } from './AlertActor.ts'
import { auditAct } from './auditAct.ts'
import { settleAlert } from './settleAlert.ts'

/**
 * Silences the rule and cause of an alert, which the unit holds: the one that is open, and those that begin before the
 * silence ends.
 *
 * @param options.named the alert by which it is silenced; may be over
 * @param options.open the one of its rule and cause that is not over
 */
export async function silenceIn(
  deps: Pick<Deps, 'settings' | 'directory' | 'clock'>,
  unit: UnitOfWork,
  options: { named: Alert; open: Alert | null; actor: AlertActor; until: Date; reason: string; at: Date },
): Promise<Alert> {
  const { named, open, actor, until, reason, at } = options
  const { rule, cause } = named
  const silencedBy = actor === 'operator' ? null : actor.principal
  const detail = { reason, until: until.toISOString() }
  await auditAct(unit, { alert: named, actor, action: 'alert-silenced', detail, at })
  await unit.putSilence({ rule, cause, until, reason, silencedBy, at })
  if (open === null) return named
  const silenced = { ...open, silencedUntil: until, silenceReason: reason }
  return (await settleAlert(deps, unit, { alert: silenced, at, act: 'silenced' })).alert
}
