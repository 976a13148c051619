import { CronExpressionParser } from 'cron-parser'

const HOUR_MS = 3_600_000

/**
 * The last moment, by an instant, that a cron expression names. One that clocks skip in spring comes an hour later.
 *
 * @example
 * findLastTick({ cron: '0 7 * * *', timeZone: 'UTC', now: new Date('2026-01-02T06:00:00Z') }) // 2026-01-01T07:00:00Z
 */
export function findLastTick(options: { cron: string; timeZone: string; now: Date }): Date {
  const { cron, timeZone, now } = options
  // Forwards from further and further back: asked backwards, the parser passes over what clocks skip, or fails there.
  for (let backMs = HOUR_MS; ; backMs *= 2) {
    const currentDate = new Date(now.getTime() - backMs)
    const ticks = CronExpressionParser.parse(cron, { tz: timeZone, currentDate })
    let last: Date | null = null
    for (let tick = ticks.next().toDate(); tick <= now; tick = ticks.next().toDate()) last = tick
    if (last !== null) return last
  }
}
