import type { Directory } from '../identities/createDirectory.ts'
import type { Alert } from '../model/Alert.ts'
import type { EndReason } from '../model/AlertEvent.ts'
import { describeEndReason } from './describeEndReason.ts'
import type { Text } from './Message.ts'

/**
 * How an alert stands: its state, since when, who took note of it, what keeps it from being told.
 *
 * @param options.reason why it is over, where its conditions did not end
 */
export function describeAlertStatus(options: {
  alert: Alert
  directory: Directory
  reason?: EndReason | null
}): Text {
  const { alert, directory, reason = null } = options
  const {
    rule,
    status,
    startedAt,
    acknowledgedAt,
    acknowledgedBy,
    resolvedAt,
    silencedUntil,
    silenceReason,
    inhibitedBy,
  } = alert
  const since: Text = ['since ', { time: startedAt.toISOString() }]
  if (resolvedAt !== null)
    return [
      ...since,
      ', over since ',
      { time: resolvedAt.toISOString() },
      ...describeEndReason({ rule, reason }),
    ]
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
  const state: Text = status === 'firing' ? ['firing, '] : []
  const inhibited: Text = inhibitedBy === null ? [] : [', waits for ', { code: inhibitedBy }]
  return [...state, ...since, ...acknowledged, ...silenced, ...inhibited]
}
