import type { Deps } from '../Deps.ts'
import { createMessage } from '../messages/createMessage.ts'
import { describeAlertStatus } from '../messages/describeAlertStatus.ts'
import type { Message, Text } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import type { Alert } from '../model/Alert.ts'
import { checkAlertReader } from './checkAlertReader.ts'
import { rules } from './rules.ts'

const SHOWN = 10

/**
 * The open alerts, the most severe first, for the Chief Medical Officer and the auditors.
 *
 * @param options.account who asks; null for the operator on the machine
 * @throws IdentityError or RefusalError: nothing was told
 * @example
 * const message = await describeAlerts(deps, { account })
 */
export async function describeAlerts(deps: Deps, options: { account: Account | null }): Promise<Message> {
  if (options.account !== null) await checkAlertReader(deps, { account: options.account })
  const [alerts, count] = await Promise.all([
    deps.store.listOpenAlerts({ limit: SHOWN }),
    deps.store.countOpenAlerts(),
  ])
  const lines = await Promise.all(alerts.map((alert) => describe(deps, alert)))
  return createMessage({
    title: 'Open alerts',
    paragraphs: lines.length === 0 ? [['Nothing fires.']] : lines,
    footer: [
      ...(count > SHOWN ? [[`Only ${SHOWN} of ${count} are shown, the most severe ones.`]] : []),
      ...(count > 0
        ? [
            [
              'Look closer with ',
              { code: '/medikey alerts <alert>' },
              ', take note with ',
              { code: '/medikey ack <alert>' },
            ],
          ]
        : []),
    ],
  })
}

async function describe(deps: Deps, alert: Alert): Promise<Text> {
  const holding = await deps.store.countAlertFindings({ alertId: alert.id, holding: true })
  const [first] = await deps.store.listAlertFindings({ alertId: alert.id, holding: true, limit: 1 })
  const title = rules[alert.rule].title(holding)
  const { directory } = deps
  return [
    { code: alert.id },
    ` ${alert.severity} · `,
    { bold: holding === 1 && first !== undefined ? `${title}: ${first.subject}` : title },
    ' · ',
    ...describeAlertStatus({ alert, directory }),
  ]
}
