import { getEndReason } from '../alerts/getEndReason.ts'
import { listToldFindings } from '../alerts/listToldFindings.ts'
import type { Deps } from '../Deps.ts'
import { findOfficer } from '../identities/findOfficer.ts'
import { alertCard } from '../messages/alertCard.ts'
import type { Message } from '../messages/Message.ts'

/** Enough to see what it is about; the rest is counted. */
const SHOWN = 10

/** Composes an alert's one message from the rows as they stand; null when there is no such alert. */
export async function composeAlert(deps: Deps, options: { alertId: string }): Promise<Message | null> {
  const { alertId } = options
  const alert = await deps.store.getAlert(alertId)
  if (alert === null) return null
  const { findings, findingCount } = await listToldFindings(deps.store, { alert, newest: SHOWN })
  return alertCard({
    alert,
    findings,
    findingCount,
    directory: deps.directory,
    settings: deps.settings,
    now: deps.clock.now(),
    officer: alert.severity === 'critical' && alert.status === 'firing' ? await findOfficer(deps) : null,
    reason: await getEndReason(deps.store, { alert }),
  })
}
