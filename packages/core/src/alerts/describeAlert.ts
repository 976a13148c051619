import type { Deps } from '../Deps.ts'
import { createMessage } from '../messages/createMessage.ts'
import { describeAlertStatus } from '../messages/describeAlertStatus.ts'
import { describeTxid } from '../messages/describeTxid.ts'
import type { Message, Text } from '../messages/Message.ts'
import { severityTones } from '../messages/severityTones.ts'
import type { Account } from '../model/Account.ts'
import type { AlertFinding } from '../model/Alert.ts'
import type { Settings } from '../Settings.ts'
import { alertNotFound } from './alertNotFound.ts'
import { checkAlertReader } from './checkAlertReader.ts'
import { getEndReason } from './getEndReason.ts'
import { getRule } from './getRule.ts'
import { parseAlertId } from './parseAlertId.ts'

const SHOWN = 10

/**
 * One alert with its findings, for the Chief Medical Officer and the auditors.
 *
 * @param options.account who asks; null for the operator on the machine
 * @throws IdentityError or RefusalError: nothing was told
 * @example
 * const message = await describeAlert(deps, { account, alertId: 'a3x9q1mz7t' })
 */
export async function describeAlert(
  deps: Deps,
  options: { account: Account | null; alertId: string },
): Promise<Message> {
  const { account } = options
  const to = account === null ? 'operator' : 'person'
  if (account !== null) await checkAlertReader(deps, { account })
  const alertId = parseAlertId({ text: options.alertId, to })
  const { store, directory, settings, clock } = deps
  const alert = await store.getAlert(alertId)
  if (alert === null || alert.firedAt === null) throw alertNotFound({ to })
  const [findings, count, silence, reason] = await Promise.all([
    store.listAlertFindings({ alertId, raised: true, limit: SHOWN }),
    store.countAlertFindings({ alertId, raised: true }),
    store.getSilence(alert),
    getEndReason(store, { alert }),
  ])
  // An open one shows it in its state; a silence outlives its alert.
  const isSilent = alert.status === 'resolved' && silence !== null && silence.until > clock.now()
  return createMessage({
    title: `Alert ${alert.id}: ${getRule(alert.rule).title(count)}`,
    tone: alert.status === 'resolved' ? 'neutral' : severityTones[alert.severity],
    paragraphs: findings.map((finding) => describe(finding, settings)),
    fields: [
      { label: 'Severity', value: [alert.severity] },
      { label: 'State', value: describeAlertStatus({ alert, directory, reason }) },
      ...(isSilent
        ? [
            {
              label: 'Alerts like it',
              value: ['silent until ', { time: silence.until.toISOString() }, `: ${silence.reason}`],
            },
          ]
        : []),
    ],
    footer: [
      ...(count > SHOWN ? [[`Only the first ${SHOWN} of ${count} are shown.`]] : []),
      ['Rule ', { code: alert.rule }],
    ],
  })
}

function describe(finding: AlertFinding, settings: Settings): Text {
  const { at, endedAt, kind, summary, txid } = finding
  return [
    { time: at.toISOString() },
    ` · ${summary}`,
    ...(txid === null ? [] : [' ', describeTxid(settings, txid)]),
    ...(kind === 'condition' && endedAt !== null ? [' Ended ', { time: endedAt.toISOString() }, '.'] : []),
  ]
}
