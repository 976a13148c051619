import type { Deps } from '../Deps.ts'
import { createMessage } from '../messages/createMessage.ts'
import type { Message, Text } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import { checkAlertReader } from './checkAlertReader.ts'
import { describeAlertLine } from './describeAlertLine.ts'

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
  const lines = await Promise.all(
    alerts.map(
      async (alert): Promise<Text> => [
        { code: alert.id },
        ' ',
        ...(await describeAlertLine(deps, { alert })),
      ],
    ),
  )
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
