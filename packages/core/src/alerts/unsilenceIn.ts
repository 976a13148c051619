import type { Deps } from '../Deps.ts'
import type { Alert } from '../model/Alert.ts'
import type { UnitOfWork } from '../ports/Store.ts'
import type { AlertActor } from './AlertActor.ts'
import { auditAct } from './auditAct.ts'
import { settleAlert } from './settleAlert.ts'

/**
 * Ends the silence of an alert's rule and cause, which the unit holds; what was held back is told at once.
 *
 * @param options.named the alert by which it is named; may be over
 * @param options.open the one of its rule and cause that is not over
 * @returns null where it was not silenced
 */
export async function unsilenceIn(
  deps: Pick<Deps, 'settings' | 'directory' | 'clock'>,
  unit: UnitOfWork,
  options: { named: Alert; open: Alert | null; actor: AlertActor; at: Date },
): Promise<Alert | null> {
  const { named, open, actor, at } = options
  const { rule, cause } = named
  const silence = await unit.getSilence({ rule, cause })
  if (silence === null || silence.until <= at) return null
  await auditAct(unit, { alert: named, actor, action: 'alert-unsilenced', at })
  await unit.deleteSilence({ rule, cause })
  if (open === null) return named
  const unsilenced = { ...open, silencedUntil: null, silenceReason: null }
  return (await settleAlert(deps, unit, { alert: unsilenced, at, act: 'unsilenced' })).alert
}
