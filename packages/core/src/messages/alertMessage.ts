import type { Severity } from '../model/Alert.ts'
import type { LegacyAlert } from '../model/LegacyAlert.ts'
import type { Settings } from '../Settings.ts'
import { createMessage } from './createMessage.ts'
import { demoFooter } from './demoFooter.ts'
import { describeTxid } from './describeTxid.ts'
import type { Message, Tone } from './Message.ts'

const TONES: Record<Severity, Tone> = { info: 'neutral', warning: 'waiting', critical: 'bad' }

/** An alert, as the alerts channel shows it. */
export function alertMessage(options: { alert: LegacyAlert; settings: Settings }): Message {
  const { alert, settings } = options
  return createMessage({
    title: `${alert.severity === 'info' ? 'Notice' : alert.severity === 'warning' ? 'Warning' : 'Critical'}: ${alert.subject}`,
    tone: TONES[alert.severity],
    paragraphs: [[alert.summary]],
    fields:
      alert.txid === null ? [] : [{ label: 'Transaction', value: [describeTxid(settings, alert.txid)] }],
    footer: [
      ['Rule ', { code: alert.rule }, ', raised ', { time: alert.raisedAt.toISOString() }],
      ...demoFooter(settings),
    ],
  })
}
