import type { Deps } from '../Deps.ts'
import { getFollowedAt } from '../follower/getFollowedAt.ts'
import type { Severity } from '../model/Alert.ts'
import type { DigestFigures } from '../model/Digest.ts'
import type { DrawHour } from '../model/Draws.ts'
import type { Period } from './findPeriod.ts'

/** Colours that can be told apart are few: who drew less is counted together. */
const MOST_PEOPLE = 5
const MOST_RECORDS = 8
const SEVERITIES: readonly Severity[] = ['critical', 'warning', 'info']

/** Gathers what a period held, beside the one before it. It costs what the two hold. */
export async function gatherFigures({ store }: Pick<Deps, 'store'>, period: Period): Promise<DigestFigures> {
  const { from, to, before } = period
  // Before the figures: what is read meanwhile is not missing.
  const followedAt = await getFollowedAt(store)
  const [hours, hoursBefore, records, requests, requestsBefore, waiting] = await Promise.all([
    store.listDrawHours({ from, to }),
    store.listDrawHours(before),
    store.listDrawnRecords({ from, to, limit: MOST_RECORDS }),
    store.countRequests({ from, to }),
    store.countRequests(before),
    store.countWaitingRequests(),
  ])
  const [alerts, alertsBefore, failedCalls, failedCallsBefore] = await Promise.all([
    store.countAlerts({ from, to }),
    store.countAlerts(before),
    store.countFailedCalls({ from, to }),
    store.countFailedCalls(before),
  ])
  const alertCounts = new Map(alertsBefore.map(({ rule, count }) => [rule, count]))
  return {
    ...(followedAt === null || followedAt < to ? { readUntil: followedAt?.toISOString() ?? null } : {}),
    ...gatherDraws(period, { hours, hoursBefore }),
    records: records.map(({ recordId, accessedVolume, dataVolume, drawn }) => ({
      recordId: `${recordId}`,
      accessedVolume: `${accessedVolume}`,
      dataVolume: `${dataVolume}`,
      drawn: `${drawn}`,
    })),
    requests: { ...requests, before: requestsBefore },
    waiting: { count: waiting.count, oldestAt: waiting.oldestAt?.toISOString() ?? null },
    alerts: alerts
      .map((alert) => ({ ...alert, before: alertCounts.get(alert.rule) ?? 0 }))
      .sort(
        (a, b) =>
          SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
          b.count - a.count ||
          a.rule.localeCompare(b.rule),
      ),
    failedCalls: failedCalls
      .map(({ code, count }) => ({ code: code === null ? null : `${code}`, count }))
      .sort((a, b) => b.count - a.count || Number(a.code ?? 0) - Number(b.code ?? 0)),
    failedCallsBefore: failedCallsBefore.reduce((sum, { count }) => sum + count, 0),
  }
}

type Drawn = { draws: number; volume: bigint; spans: bigint[] }

function gatherDraws(
  period: Period,
  options: { hours: readonly DrawHour[]; hoursBefore: readonly DrawHour[] },
): Pick<DigestFigures, 'spans' | 'draws' | 'people' | 'others'> {
  const { hours, hoursBefore } = options
  const { spans } = period
  const findSpan = (at: Date) =>
    Math.max(
      0,
      spans.findLastIndex(({ from }) => from <= at),
    )
  const start = (): Drawn => ({ draws: 0, volume: 0n, spans: spans.map(() => 0n) })
  const add = (drawn: Drawn, { draws, volume }: { draws: number; volume: bigint }, span: number) => {
    drawn.draws += draws
    drawn.volume += volume
    drawn.spans[span] = (drawn.spans[span] ?? 0n) + volume
  }

  const [all, before] = [start(), start()]
  const byPerson = new Map<string, Drawn>()
  const byPersonBefore = new Map<string, bigint>()
  for (const drawn of hours) {
    const person = byPerson.get(drawn.principal) ?? start()
    byPerson.set(drawn.principal, person)
    for (const sum of [all, person]) add(sum, drawn, findSpan(drawn.hour))
  }
  for (const drawn of hoursBefore) {
    add(before, drawn, period.findSpanBefore(drawn.hour))
    byPersonBefore.set(drawn.principal, (byPersonBefore.get(drawn.principal) ?? 0n) + drawn.volume)
  }

  const ranked = [...byPerson].sort(
    ([a, one], [b, other]) =>
      Number(other.volume > one.volume) - Number(other.volume < one.volume) || a.localeCompare(b),
  )
  // A single person too many takes no more room with their name.
  const named = ranked.length <= MOST_PEOPLE + 1 ? ranked.length : MOST_PEOPLE
  const rest = start()
  for (const [, drawn] of ranked.slice(named)) {
    for (const [span, volume] of drawn.spans.entries()) add(rest, { draws: 0, volume }, span)
    rest.draws += drawn.draws
  }
  const toText = (volumes: readonly bigint[]) => volumes.map((volume) => `${volume}`)
  return {
    spans: spans.map(({ label }, index) => ({
      label,
      volume: `${all.spans[index] ?? 0n}`,
      before: `${before.spans[index] ?? 0n}`,
    })),
    draws: { count: all.draws, volume: `${all.volume}`, people: byPerson.size, before: `${before.volume}` },
    people: ranked.slice(0, named).map(([principal, drawn]) => ({
      principal,
      count: drawn.draws,
      volume: `${drawn.volume}`,
      before: `${byPersonBefore.get(principal) ?? 0n}`,
      spans: toText(drawn.spans),
    })),
    others:
      named === ranked.length
        ? null
        : {
            people: ranked.length - named,
            count: rest.draws,
            volume: `${rest.volume}`,
            spans: toText(rest.spans),
          },
  }
}
