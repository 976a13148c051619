import { rules } from '../alerts/rules.ts'
import type { Alert, AlertFinding, Severity } from '../model/Alert.ts'
import type { Settings } from '../Settings.ts'
import { createMessage } from './createMessage.ts'
import { demoFooter } from './demoFooter.ts'
import { describeTxid } from './describeTxid.ts'
import type { Message } from './Message.ts'
import { severityTones } from './severityTones.ts'

const WORDS: Record<Severity, string> = { info: 'Notice', warning: 'Warning', critical: 'Critical' }
const SHOWN = 5

/** An alert, as the alerts channel shows it. */
export function alertMessage(options: {
  alert: Alert
  findings: readonly AlertFinding[]
  settings: Settings
}): Message {
  const { alert, findings, settings } = options
  const [first, ...others] = findings
  const subject =
    first !== undefined && others.length === 0 ? first.subject : rules[alert.rule].title(findings.length)
  const txid = others.length === 0 ? (first?.txid ?? null) : null
  const rest = findings.length - SHOWN
  return createMessage({
    title: `${WORDS[alert.severity]}: ${subject}`,
    tone: severityTones[alert.severity],
    paragraphs: [
      ...findings.slice(0, SHOWN).map(({ summary }) => [summary]),
      ...(rest > 0 ? [[`${rest} more.`]] : []),
    ],
    fields: txid === null ? [] : [{ label: 'Transaction', value: [describeTxid(settings, txid)] }],
    footer: [
      ['Rule ', { code: alert.rule }, ', since ', { time: alert.startedAt.toISOString() }],
      ...demoFooter(settings),
    ],
  })
}
