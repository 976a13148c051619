import type { Deps } from '../Deps.ts'
import { alertMessage } from '../messages/alertMessage.ts'
import type { Alert } from '../model/Alert.ts'
import type { UnitOfWork } from '../ports/Store.ts'

/** What became of an alert. `changed`: nothing that has to be said, only what its message shows is out of date. */
export type AlertNews =
  | 'fired'
  | 'joined'
  | 'escalated'
  | 'repeated'
  | 'reminded'
  | 'acknowledged'
  | 'silenced'
  | 'unsilenced'
  | 'resolved'
  | 'changed'

/**
 * Queues what people are to be told of an alert, in the unit of work that makes it true.
 *
 * @param options.alert as the unit has saved it, with its findings
 */
export async function tellAlert(
  deps: Pick<Deps, 'settings' | 'directory' | 'clock'>,
  unit: UnitOfWork,
  options: { alert: Alert; what: AlertNews },
): Promise<void> {
  const { alert, what } = options
  const { settings } = deps
  const at = deps.clock.now()
  if (what !== 'fired') await unit.touchCards({ alertId: alert.id, at })
  for (const platform of settings.platforms) {
    const lane = { subject: { alertId: alert.id }, platform }
    if (what === 'fired') {
      const findings = await unit.listAlertFindings({ alertId: alert.id, holding: true })
      await unit.addPost({
        id: `alert-${alert.id}-${platform}`,
        lane,
        kind: 'alert',
        recipient: null,
        message: alertMessage({ alert, findings, settings }),
        at,
      })
    }
    await unit.enqueue({ name: 'deliver', lane })
  }
}
