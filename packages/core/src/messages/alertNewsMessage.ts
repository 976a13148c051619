import type { Directory } from '../identities/createDirectory.ts'
import { formatDuration } from '../input/formatDuration.ts'
import type { AlertEvent } from '../model/AlertEvent.ts'
import { createMessage } from './createMessage.ts'
import { cutText } from './cutText.ts'
import { describeEndReason } from './describeEndReason.ts'
import type { Message, Text } from './Message.ts'
import { severityWords } from './severityWords.ts'

const LONGEST_SUMMARY = 1_000
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** What is said below an alert's message when it moves. */
export function alertNewsMessage(options: {
  event: AlertEvent
  directory: Directory
  /** Whoever is called by it, where it is known. */
  officer: string | null
}): Message {
  const { event, directory, officer } = options
  const { tone } = severityWords[event.alert.severity]
  const call: Text = officer === null ? [] : [' ', { person: directory.describe(officer) }]
  const said = describeStep(event, directory)
  // What is only watched no longer may be as bad as before.
  const isMended = event.step === 'resolved' && event.reason === undefined
  return createMessage({
    tone: isMended ? 'good' : CALLS.includes(event.step) ? tone : 'neutral',
    paragraphs: [[...said, ...call], ...event.findings.map(describeFinding)],
  })
}

function describeFinding({ subject, summary }: AlertEvent['findings'][number]): Text {
  return [{ bold: subject }, `: ${cutText(summary, LONGEST_SUMMARY)}`]
}

/** Steps that want somebody to look. */
const CALLS: readonly AlertEvent['step'][] = ['joined', 'escalated', 'repeated']

function describeStep({ step, reason, alert, at, findingCount }: AlertEvent, directory: Directory): Text {
  const by = alert.acknowledgedBy === null ? 'the operator' : directory.describe(alert.acknowledgedBy).name
  const lasted = describeSpan(Date.parse(at) - Date.parse(alert.firedAt ?? alert.startedAt))
  switch (step) {
    case 'fired':
      return [{ bold: 'Firing' }, '.']
    case 'joined':
      return [{ bold: 'More of it' }, `: ${findingCount} now.`]
    case 'escalated':
      return [{ bold: `Now ${severityWords[alert.severity].word.toLowerCase()}` }, '.']
    case 'repeated':
      return [{ bold: 'Still firing' }, `, ${lasted}: nobody has acknowledged it.`]
    case 'reminded':
      return [{ bold: 'Still so' }, `, ${lasted}: acknowledged by ${by}, and not over.`]
    case 'acknowledged':
      return [{ bold: 'Acknowledged' }, ` by ${by}.`]
    case 'silenced':
      return [
        { bold: 'Silenced' },
        ...(alert.silencedUntil === null ? [] : [' until ', { time: alert.silencedUntil }]),
        `: ${alert.silenceReason ?? 'no reason given'}`,
      ]
    case 'unsilenced':
      return [{ bold: 'No longer silenced' }, '.']
    case 'resolved':
      return [
        { bold: 'Resolved' },
        ` after ${lasted}`,
        ...describeEndReason({ rule: alert.rule, reason: reason ?? null }),
        '.',
      ]
  }
}

/** In whole units, the largest that fits: nobody needs the seconds of four hours. */
function describeSpan(milliseconds: number): string {
  const unit = milliseconds >= DAY_MS ? DAY_MS : milliseconds >= HOUR_MS ? HOUR_MS : MINUTE_MS
  return formatDuration(Math.max(Math.floor(milliseconds / unit), 1) * unit)
}
