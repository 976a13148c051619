import type { Directory } from '../identities/createDirectory.ts'
import { formatShortVolume } from '../input/formatShortVolume.ts'
import { createMessage } from '../messages/createMessage.ts'
import { demoFooter } from '../messages/demoFooter.ts'
import type { Field, Message, Span, Text } from '../messages/Message.ts'
import type { Digest, DigestFigures } from '../model/Digest.ts'
import type { Settings } from '../Settings.ts'
import { describeCode } from './describeCode.ts'
import { describeRule } from './describeRule.ts'
import { formatChange } from './formatChange.ts'
import { formatShare } from './formatShare.ts'
import { isQuiet } from './isQuiet.ts'
import { nameShort } from './nameShort.ts'

const PERIODS = {
  daily: { title: 'Daily digest', before: 'the day before', on: 'on' },
  weekly: { title: 'Weekly digest', before: 'the week before', on: 'in the week of' },
} as const
const MOST_RULES = 6
const MOST_RECORDS = 5

type Options = { digest: Digest; directory: Pick<Directory, 'describe'>; settings: Settings }

/** What a period held, in words: everything that the pictures show, and what changed beside the period before. */
export function digestMessage(options: Options): Message {
  const { digest, settings } = options
  const { figures, period, name, timeZone } = digest
  const { title, before, on } = PERIODS[period]
  const waiting = describeWaiting(figures)
  const quiet: Text = [
    `Nothing happened ${on} ${name}: no draws, no requests, no alerts and no refused calls.`,
    ...(waiting === null ? [] : [' Waiting: ', ...waiting, '.']),
  ]
  return createMessage({
    title: `${title}: ${name}`,
    paragraphs: [...describeGap(figures), ...(isQuiet(figures) ? [quiet] : [])],
    fields: isQuiet(figures) ? [] : listFields(options),
    footer: [
      [`${isQuiet(figures) ? '' : `Beside ${before}. `}Days begin at midnight in ${timeZone}.`],
      ...demoFooter(settings),
    ],
  })
}

function listFields(options: Options): Field[] {
  const { digest } = options
  const { figures } = digest
  const waiting = describeWaiting(figures)
  return [
    { label: 'Draws', value: describeDraws(digest) },
    ...(figures.people.length === 0 ? [] : [{ label: 'Who drew most', value: describePeople(options) }]),
    ...(figures.records.length === 0 ? [] : [{ label: 'Fullest records', value: describeRecords(figures) }]),
    { label: 'Requests', value: describeRequests(figures) },
    ...(waiting === null ? [] : [{ label: 'Waiting', value: waiting }]),
    { label: 'Alerts', value: describeAlerts(figures) },
    { label: 'Refused calls', value: describeFailedCalls(figures) },
  ]
}

/** What may be missing, where MediKey had not read the chain to the end of the period. */
function describeGap({ readUntil }: DigestFigures): Text[] {
  if (readUntil === undefined) return []
  if (readUntil === null)
    return [
      [
        'The chain’s history was still being read when this was made: draws and refused calls may be missing.',
      ],
    ]
  return [
    [
      'The chain was read only up to ',
      { time: readUntil },
      ' when this was made: later draws and refused calls may be missing.',
    ],
  ]
}

function describeDraws({ figures, period }: Digest): Text {
  const { count, volume, people, before } = figures.draws
  const then = PERIODS[period].before
  const earlier = BigInt(before) === 0n ? `none ${then}` : `${formatShortVolume(BigInt(before))} ${then}`
  if (count === 0) return [`none (${earlier})`]
  return [
    { bold: formatShortVolume(BigInt(volume)) },
    ` in ${toCount(count, 'draw')} by ${people === 1 ? 'one person' : `${people} people`} (${earlier}${describeRate({ volume, before })})`,
  ]
}

function describeRate({ volume, before }: { volume: string; before: string }): string {
  const [now, then] = [BigInt(volume), BigInt(before)]
  if (then === 0n || now === then) return ''
  const percent = ((now > then ? now - then : then - now) * 100n) / then
  if (percent > 1000n) return `: ${formatShortVolume(now / then)} times as much`
  return percent === 0n ? '' : `: ${percent} % ${now > then ? 'more' : 'less'}`
}

function describePeople({ digest, directory }: Options): Text {
  const { people, others } = digest.figures
  return [
    ...join(
      people.map(({ principal, volume, before }): Span[] => [
        `${nameShort(directory, principal)} `,
        { bold: formatShortVolume(BigInt(volume)) },
        ` (${formatChange({ now: BigInt(volume), before: BigInt(before) })})`,
      ]),
    ),
    ...(others === null ? [] : [`, ${others.people} others ${formatShortVolume(BigInt(others.volume))}`]),
  ]
}

function describeRecords({ records }: DigestFigures): Text {
  return join(
    records
      .slice(0, MOST_RECORDS)
      .map((record): Span[] => [
        `${record.recordId}: `,
        { bold: formatShare({ part: BigInt(record.accessedVolume), whole: BigInt(record.dataVolume) }) },
      ]),
  )
}

function describeRequests({ requests }: DigestFigures): Text {
  const { before } = requests
  const entries = (['asked', 'approved', 'denied', 'cancelled', 'expired'] as const)
    .filter((word) => requests[word] > 0 || before[word] > 0)
    .map((word): Span[] => [
      `${word === 'cancelled' ? 'taken back' : word} `,
      { bold: `${requests[word]}` },
      ` (${formatChange({ now: BigInt(requests[word]), before: BigInt(before[word]) })})`,
    ])
  return entries.length === 0 ? ['none'] : join(entries)
}

function describeWaiting({ waiting }: DigestFigures): Text | null {
  const { count, oldestAt } = waiting
  if (count === 0) return null
  return [
    { bold: toCount(count, 'request') },
    ...(oldestAt === null ? [] : [', the oldest since ', { time: oldestAt }]),
  ]
}

function describeAlerts({ alerts }: DigestFigures): Text {
  if (alerts.length === 0) return ['none']
  const hidden = alerts.slice(MOST_RULES).reduce((sum, { count }) => sum + count, 0)
  return [
    ...join(
      alerts
        .slice(0, MOST_RULES)
        .map(({ rule, count, before, severity }): Span[] => [
          { bold: `${count}` },
          ` ${describeRule(rule, count)} (${severity}, ${formatChange({ now: BigInt(count), before: BigInt(before) })})`,
        ]),
    ),
    ...(hidden === 0 ? [] : [`, ${hidden} of other rules`]),
  ]
}

function describeFailedCalls({ failedCalls, failedCallsBefore }: DigestFigures): Text {
  const count = failedCalls.reduce((sum, call) => sum + call.count, 0)
  if (count === 0 && failedCallsBefore === 0) return ['none']
  const reasons = failedCalls.map(({ code, count }) => `${count} ${describeCode(code)}`).join(', ')
  return [
    { bold: `${count}` },
    ` (${formatChange({ now: BigInt(count), before: BigInt(failedCallsBefore) })})${reasons === '' ? '' : `: ${reasons}`}`,
  ]
}

function join(entries: readonly (readonly Span[])[]): Span[] {
  return entries.flatMap((entry, index) => (index === 0 ? entry : [', ', ...entry]))
}

function toCount(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
