import type { AlertAct } from '../alerts/AlertAct.ts'
import { formatDuration } from '../input/formatDuration.ts'
import type { Alert } from '../model/Alert.ts'
import type { Silence } from '../model/Silence.ts'
import type { Settings } from '../Settings.ts'
import { createMessage } from './createMessage.ts'
import type { Message, Text } from './Message.ts'

/** Told to who acknowledged or silenced an alert: what that means from now on. */
export function alertActMessage(options: {
  alert: Alert
  act: AlertAct
  /** What stands of its rule and cause now. */
  silence: Silence | null
  at: Date
  settings: Pick<Settings, 'alerts'>
}): Message {
  return createMessage({ tone: 'good', paragraphs: [describe(options)] })
}

function describe(options: {
  alert: Alert
  act: AlertAct
  silence: Silence | null
  at: Date
  settings: Pick<Settings, 'alerts'>
}): Text {
  const { alert, act, silence, at, settings } = options
  const id = { code: alert.id }
  switch (act.kind) {
    case 'acknowledge':
      if (alert.status === 'resolved')
        return [
          'Alert ',
          id,
          ' is acknowledged, and over with that: it does not last.',
          ...(silence === null || silence.until <= at
            ? []
            : [' Alerts like it stay silent until ', { time: silence.until.toISOString() }, '.']),
        ]
      if (alert.severity === 'info') return ['Alert ', id, ' is acknowledged.']
      return [
        'Alert ',
        id,
        ` is acknowledged. If it still holds in ${formatDuration(settings.alerts.remindAfterMs)}, it is told again.`,
      ]
    case 'silence':
      return [
        'Silenced until ',
        { time: new Date(at.getTime() + act.durationMs).toISOString() },
        ': neither alert ',
        id,
        ' nor the next one of the same cause is told before. What still holds then is told.',
      ]
    case 'unsilence':
      return ['Alerts of the cause of ', id, ' are told again.']
  }
}
