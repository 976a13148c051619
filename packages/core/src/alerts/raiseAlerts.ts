import { randomUUID } from 'node:crypto'
import type { Deps } from '../Deps.ts'
import { alertMessage } from '../messages/alertMessage.ts'
import type { LegacyAlert, LegacyFinding } from '../model/LegacyAlert.ts'

/**
 * Stores findings as alerts and queues their messages. A finding whose fingerprint is known raises nothing again, also
 * after a restart.
 *
 * @returns the alerts that are new
 * @example
 * await raiseAlerts(deps, { findings: await findUnsanctionedChanges(deps) })
 */
export async function raiseAlerts(
  deps: Deps,
  options: { findings: readonly LegacyFinding[] },
): Promise<LegacyAlert[]> {
  const raised: LegacyAlert[] = []
  for (const finding of options.findings) {
    const at = deps.clock.now()
    const alert = await deps.store.transaction(async (unit) => {
      const stored = await unit.insertAlert({ id: randomUUID(), finding, at })
      if (stored === null) return null
      await unit.appendAudit({
        at,
        action: 'alert-raised',
        actor: null,
        account: null,
        requestId: null,
        recordId: finding.recordId,
        detail: {
          rule: finding.rule,
          severity: finding.severity,
          ...(finding.txid === null ? {} : { txid: finding.txid }),
        },
      })
      for (const platform of deps.settings.platforms) {
        const lane = { subject: { alertId: stored.id }, platform }
        await unit.addPost({
          id: `alert-${stored.id}-${platform}`,
          lane,
          kind: 'alert',
          recipient: null,
          message: alertMessage({ alert: stored, settings: deps.settings }),
          at,
        })
        await unit.enqueue({ name: 'deliver', lane })
      }
      return stored
    })
    if (alert !== null) raised.push(alert)
  }
  return raised
}
