import type { Deps } from '../Deps.ts'
import { createMessage } from '../messages/createMessage.ts'
import type { Message, Text } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import { checkAlertReader } from './checkAlertReader.ts'
import { describeAlertLine } from './describeAlertLine.ts'
import { listSilencesInForce, type SilenceInForce } from './listSilencesInForce.ts'

const SHOWN = 10

/**
 * The open alerts, the most severe first, and the silences that none of them shows, for the Chief Medical Officer and
 * the auditors.
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
  const silences = await listSilencesInForce(deps, { shown: alerts })
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
    paragraphs: [
      ...(lines.length === 0 ? [['Nothing fires.']] : lines),
      ...silences.slice(0, SHOWN).map(describeSilence),
    ],
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
      ...(silences.length > SHOWN
        ? [[`Only ${SHOWN} of ${silences.length} silences are shown, those that end first.`]]
        : []),
      ...(silences.length > 0 ? [['End a silence with ', { code: '/medikey unsilence <alert>' }]] : []),
    ],
  })
}

function describeSilence({ silence, alertId, what }: SilenceInForce): Text {
  return [
    ...(alertId === null ? [] : [{ code: alertId }, ' ']),
    { bold: 'Silenced' },
    ' until ',
    { time: silence.until.toISOString() },
    `: ${what}, and alerts like it; ${silence.reason}`,
  ]
}
