import type { AlertAct } from '../alerts/AlertAct.ts'
import type { Directory } from '../identities/createDirectory.ts'
import type { Alert } from '../model/Alert.ts'
import type { Silence } from '../model/Silence.ts'
import { createMessage } from './createMessage.ts'
import type { Message, Text } from './Message.ts'

/** Told to who comes second, or where there is nothing to do: how the alert stands. */
export function alertStandsMessage(options: {
  alert: Alert
  act: AlertAct
  silence: Silence | null
  at: Date
  directory: Directory
}): Message {
  const { alert, act, silence, at, directory } = options
  const silenced: Text =
    silence !== null && silence.until > at
      ? [', and silenced until ', { time: silence.until.toISOString() }]
      : act.kind === 'unsilence'
        ? [', and not silenced']
        : []
  return createMessage({
    paragraphs: [
      [
        'Alert ',
        { code: alert.id },
        ' ',
        ...describe(alert, directory),
        ...silenced,
        '. Nothing was changed.',
      ],
    ],
  })
}

function describe(alert: Alert, directory: Directory): Text {
  const { status, acknowledgedAt, acknowledgedBy, resolvedAt } = alert
  if (status === 'resolved')
    return ['is over since ', { time: (resolvedAt ?? alert.startedAt).toISOString() }]
  if (status !== 'acknowledged' || acknowledgedAt === null) return ['is firing']
  return [
    'was acknowledged by ',
    acknowledgedBy === null ? 'the operator' : { person: directory.describe(acknowledgedBy) },
    ', ',
    { time: acknowledgedAt.toISOString() },
  ]
}
