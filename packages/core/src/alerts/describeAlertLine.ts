import type { Deps } from '../Deps.ts'
import { describeAlertStatus } from '../messages/describeAlertStatus.ts'
import type { Text } from '../messages/Message.ts'
import type { Alert } from '../model/Alert.ts'
import { nameAlert } from './nameAlert.ts'

/**
 * An open alert in a line: how severe, what, and how it stands.
 *
 * @example
 * const line = await describeAlertLine(deps, { alert }) // warning · record with little or nothing left: record 7 · firing, since …
 */
export async function describeAlertLine(
  deps: Pick<Deps, 'store' | 'directory'>,
  { alert }: { alert: Alert },
): Promise<Text> {
  // What has to hold longer is nobody's to hear yet.
  const which = { alertId: alert.id, holding: true, raised: true }
  const holding = await deps.store.countAlertFindings(which)
  const [first] = await deps.store.listAlertFindings({ ...which, limit: 1 })
  const subjects = holding === 1 && first !== undefined ? [first.subject] : []
  const { directory } = deps
  return [
    `${alert.severity} · `,
    { bold: nameAlert({ rule: alert.rule, count: holding, subjects }) },
    ' · ',
    ...describeAlertStatus({ alert, directory }),
  ]
}
