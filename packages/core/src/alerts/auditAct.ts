import type { Alert } from '../model/Alert.ts'
import type { AuditAction } from '../model/AuditEntry.ts'
import type { UnitOfWork } from '../ports/Store.ts'
import type { AlertActor } from './AlertActor.ts'

/** Writes the evidence of what somebody did with an alert: before what becomes of it, which has its own. */
export async function auditAct(
  unit: UnitOfWork,
  options: {
    alert: Alert
    actor: AlertActor
    action: AuditAction
    detail?: Readonly<Record<string, string>>
    at: Date
  },
): Promise<void> {
  const { alert, actor, action, detail = {}, at } = options
  const [first, ...others] = await unit.listAlertFindings({ alertId: alert.id, limit: 2 })
  await unit.appendAudit([
    {
      at,
      action,
      actor: actor === 'operator' ? null : actor.principal,
      account: actor === 'operator' ? null : actor.account,
      requestId: null,
      recordId: others.length === 0 ? (first?.recordId ?? null) : null,
      detail: {
        alertId: alert.id,
        rule: alert.rule,
        ...(actor === 'operator' ? { by: 'operator' } : {}),
        ...detail,
      },
    },
  ])
}
