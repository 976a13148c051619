import type { Directory } from '../identities/createDirectory.ts'
import type { Alert } from '../model/Alert.ts'
import type { Text } from './Message.ts'

/** How an alert stands: since when, who took note of it, what keeps it from being told. */
export function describeAlertStatus(options: { alert: Alert; directory: Directory }): Text {
  const { alert, directory } = options
  const { startedAt, acknowledgedAt, acknowledgedBy, resolvedAt, silencedUntil, silenceReason, inhibitedBy } =
    alert
  const since: Text = ['since ', { time: startedAt.toISOString() }]
  if (resolvedAt !== null) return [...since, ', over since ', { time: resolvedAt.toISOString() }]
  const acknowledged: Text =
    acknowledgedAt === null
      ? []
      : [
          ', acknowledged by ',
          acknowledgedBy === null ? 'the operator' : { person: directory.describe(acknowledgedBy) },
        ]
  const silenced: Text =
    silencedUntil === null
      ? []
      : [', silenced until ', { time: silencedUntil.toISOString() }, `: ${silenceReason ?? ''}`]
  const inhibited: Text = inhibitedBy === null ? [] : [', waits for ', { code: inhibitedBy }]
  return [...since, ...acknowledged, ...silenced, ...inhibited]
}
