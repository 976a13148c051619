import { getRule } from '../alerts/getRule.ts'
import type { Directory } from '../identities/createDirectory.ts'
import type { Alert, AlertFinding } from '../model/Alert.ts'
import type { EndReason } from '../model/AlertEvent.ts'
import type { Settings } from '../Settings.ts'
import { createMessage } from './createMessage.ts'
import { cutText } from './cutText.ts'
import { demoFooter } from './demoFooter.ts'
import { describeEndReason } from './describeEndReason.ts'
import { describeTxid } from './describeTxid.ts'
import type { Action, Message, Text } from './Message.ts'
import { severityWords } from './severityWords.ts'

const LONGEST_LINE = 200
/** Of more findings the transactions would leave a chat no room for the words. */
const MOST_WITH_TXID = 5

/** An alert's one message, as it stands now: what was found, since when, and what became of it. */
export function alertCard(options: {
  alert: Alert
  /** The newest findings that hold, oldest first; once it is resolved, of all there were. */
  findings: readonly AlertFinding[]
  findingCount: number
  directory: Directory
  settings: Settings
  now: Date
  /** The Chief Medical Officer's principal, where somebody has to look now and it is known. */
  officer: string | null
  /** Why it is over, where its conditions did not end. */
  reason: EndReason | null
}): Message {
  const { alert, findings, findingCount, directory, settings, now, officer, reason } = options
  const [first] = findings
  const only = findingCount === 1 ? first : undefined
  const what = only?.subject ?? getRule(alert.rule).title(findingCount)
  const { word, tone } = severityWords[alert.severity]
  const isResolved = alert.status === 'resolved'
  const hidden = findingCount - findings.length
  const hasRoom = findings.length <= MOST_WITH_TXID
  return createMessage({
    title: `${isResolved ? 'Resolved' : word}: ${what}`,
    tone: isResolved
      ? reason === null
        ? 'good'
        : 'neutral'
      : alert.status === 'acknowledged'
        ? 'neutral'
        : tone,
    paragraphs: [
      ...(only === undefined
        ? findings.map((finding) => describeFinding({ finding, settings, hasRoom }))
        : [[only.summary]]),
      ...(hidden > 0 && only === undefined ? [[`and ${hidden} more`]] : []),
      ...describeState({ alert, directory, now, reason }),
    ],
    fields: [
      { label: 'Since', value: [{ time: alert.startedAt.toISOString() }] },
      ...(only?.txid == null ? [] : [{ label: 'Transaction', value: [describeTxid(settings, only.txid)] }]),
    ],
    footer: [
      ...(officer === null
        ? []
        : [
            [
              { person: directory.describe(officer) },
              ' is asked because they are the Chief Medical Officer.',
            ],
          ]),
      ...demoFooter(settings),
      ['Rule ', { code: alert.rule }, ', alert ', { code: alert.id }],
    ],
    actions: listActions({ alert, now }),
  })
}

function describeFinding(options: { finding: AlertFinding; settings: Settings; hasRoom: boolean }): Text {
  const { finding, settings, hasRoom } = options
  const { subject, summary, at, txid } = finding
  return [
    '• ',
    { bold: subject },
    ', ',
    { time: at.toISOString() },
    `: ${cutText(summary, LONGEST_LINE)}`,
    ...(hasRoom && txid !== null ? [' ', describeTxid(settings, txid)] : []),
  ]
}

function describeState(options: {
  alert: Alert
  directory: Directory
  now: Date
  reason: EndReason | null
}): Text[] {
  const { alert, directory, now, reason } = options
  const { acknowledgedAt, firedAt, resolvedAt } = alert
  const lines: Text[] = []
  if (acknowledgedAt !== null) {
    // By name: a message that shows how an alert stands calls nobody.
    const who = alert.acknowledgedBy === null ? 'the operator' : directory.describe(alert.acknowledgedBy).name
    lines.push([{ bold: 'Acknowledged' }, ` by ${who}, `, { time: acknowledgedAt.toISOString() }, '.'])
  } else if (firedAt !== null && resolvedAt === null)
    lines.push([{ bold: 'Firing' }, ' since ', { time: firedAt.toISOString() }, '.'])
  if (resolvedAt !== null)
    return [
      ...lines,
      [
        { bold: 'Resolved' },
        ' ',
        { time: resolvedAt.toISOString() },
        ...describeEndReason({ rule: alert.rule, reason }),
        '.',
      ],
    ]
  if (isSilenced(alert, now))
    lines.push([
      { bold: 'Silenced' },
      ' until ',
      { time: alert.silencedUntil.toISOString() },
      `: ${alert.silenceReason ?? 'no reason given'}`,
    ])
  if (alert.inhibitedBy !== null)
    lines.push([{ bold: 'Waits' }, ` for another alert to end: ${getRule(alert.inhibitedBy).title(1)}.`])
  return lines
}

function listActions({ alert, now }: { alert: Alert; now: Date }): Action[] {
  if (alert.status === 'resolved' || alert.status === 'pending') return []
  const acknowledge: Action = { kind: 'acknowledge', id: alert.id }
  const silence: Action = { kind: 'silence', id: alert.id }
  return [...(alert.status === 'firing' ? [acknowledge] : []), ...(isSilenced(alert, now) ? [] : [silence])]
}

function isSilenced(alert: Alert, now: Date): alert is Alert & { silencedUntil: Date } {
  return alert.silencedUntil !== null && alert.silencedUntil > now
}
