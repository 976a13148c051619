import type { Directory } from '../identities/createDirectory.ts'
import { formatShortVolume } from '../input/formatShortVolume.ts'
import { cutText } from '../messages/cutText.ts'
import type { Chart, ChartSeries } from '../model/Chart.ts'
import type { Digest } from '../model/Digest.ts'
import { describeRule } from './describeRule.ts'
import { formatChange } from './formatChange.ts'
import { formatShare } from './formatShare.ts'
import { isQuiet } from './isQuiet.ts'
import { nameShort } from './nameShort.ts'

const LONGEST_ALT = 1000
const MOST_RULES = 8
const WHOLE = 1000n

type Options = { digest: Digest; directory: Pick<Directory, 'describe'> }

/** What a period held, as charts; none where there is nothing to show. */
export function digestCharts(options: Options): Chart[] {
  if (isQuiet(options.digest.figures)) return []
  const charts = [drawsChart(options), recordsChart(options), requestsChart(options), alertsChart(options)]
  return charts.flatMap((chart) =>
    chart === null ? [] : [{ ...chart, alt: cutText(chart.alt, LONGEST_ALT) }],
  )
}

function drawsChart({ digest, directory }: Options): Chart | null {
  const { spans, draws, people, others } = digest.figures
  if (draws.count === 0) return null
  const isDaily = digest.period === 'daily'
  const before = isDaily ? 'the day before' : 'the week before'
  const title = isDaily ? 'Draws by hour and person' : 'Draws by day and person'
  const series: ChartSeries[] = [
    ...people.map(
      (person): ChartSeries => ({
        name: nameShort(directory, person.principal),
        values: person.spans.map(BigInt),
        kind: 'own',
      }),
    ),
    ...(others === null
      ? []
      : [{ name: `${others.people} others`, values: others.spans.map(BigInt), kind: 'rest' } as const]),
    { name: before, values: spans.map((span) => BigInt(span.before)), kind: 'before' },
  ]
  const bySpan = spans
    .filter(({ volume }) => volume !== '0')
    .map(({ label, volume }) => `${label}: ${formatShortVolume(BigInt(volume))}`)
  const byPerson = people.map(
    ({ volume }, index) => `${series[index]?.name} ${formatShortVolume(BigInt(volume))}`,
  )
  const rest = others === null ? [] : [`${others.people} others ${formatShortVolume(BigInt(others.volume))}`]
  return {
    name: 'draws',
    kind: 'columns',
    title,
    subtitle: `${digest.name} · ${formatShortVolume(BigInt(draws.volume))} in all, ${formatShortVolume(BigInt(draws.before))} ${before}`,
    labels: spans.map(({ label }) => label),
    series,
    texts: [],
    most: null,
    alt: `${title}, ${digest.name}. In all ${formatShortVolume(BigInt(draws.volume))}; ${before} ${formatShortVolume(BigInt(draws.before))}. ${[...byPerson, ...rest].join(', ')}. ${isDaily ? 'By hour' : 'By day'}: ${bySpan.join(', ')}.`,
  }
}

function recordsChart({ digest }: Options): Chart | null {
  const { records } = digest.figures
  if (records.length === 0) return null
  const rows = records.map(({ recordId, accessedVolume, dataVolume }) => {
    const [part, whole] = [BigInt(accessedVolume), BigInt(dataVolume)]
    return {
      label: `Record ${recordId}`,
      value: whole === 0n ? 0n : (part * WHOLE) / whole,
      text: `${formatShare({ part, whole })} · ${formatShortVolume(part)} of ${formatShortVolume(whole)}`,
    }
  })
  return toBars({
    name: 'records',
    title: 'Fullest records',
    subtitle: `Of those drawn from, ${digest.name}: what was drawn of them in all`,
    rows,
    most: WHOLE,
  })
}

function requestsChart({ digest }: Options): Chart | null {
  const { requests, waiting } = digest.figures
  const counted = [
    ['Asked', requests.asked, requests.before.asked],
    ['Approved', requests.approved, requests.before.approved],
    ['Denied', requests.denied, requests.before.denied],
    ['Taken back', requests.cancelled, requests.before.cancelled],
    ['Expired', requests.expired, requests.before.expired],
  ] as const
  if (waiting.count === 0 && counted.every(([, count]) => count === 0)) return null
  return toBars({
    name: 'requests',
    title: 'Requests',
    subtitle: `${digest.name}, and what waits now`,
    rows: [
      ...counted.map(([label, count, before]) => ({
        label,
        value: BigInt(count),
        text: `${count} (${formatChange({ now: BigInt(count), before: BigInt(before) })})`,
      })),
      { label: 'Waiting now', value: BigInt(waiting.count), text: `${waiting.count}` },
    ],
    most: null,
  })
}

function alertsChart({ digest }: Options): Chart | null {
  const { alerts } = digest.figures
  if (alerts.length === 0) return null
  const total = alerts.reduce((sum, { count }) => sum + count, 0)
  return toBars({
    name: 'alerts',
    title: 'Alerts by rule',
    subtitle: `${digest.name} · ${total} in all`,
    rows: alerts.slice(0, MOST_RULES).map(({ rule, severity, count, before }) => ({
      label: capitalise(describeRule(rule, count)),
      value: BigInt(count),
      text: `${count} ${severity} (${formatChange({ now: BigInt(count), before: BigInt(before) })})`,
    })),
    most: null,
  })
}

function capitalise(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

function toBars(options: {
  name: string
  title: string
  subtitle: string
  rows: readonly { label: string; value: bigint; text: string }[]
  most: bigint | null
}): Chart {
  const { rows, ...rest } = options
  return {
    ...rest,
    kind: 'bars',
    labels: rows.map(({ label }) => label),
    series: [{ name: rest.title, values: rows.map(({ value }) => value), kind: 'own' }],
    texts: rows.map(({ text }) => text),
    alt: `${rest.title}, ${rest.subtitle}. ${rows.map(({ label, text }) => `${label}: ${text}`).join('; ')}.`,
  }
}
