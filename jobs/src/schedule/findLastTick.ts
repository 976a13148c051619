import { CronExpressionParser } from 'cron-parser'

/**
 * The last moment, by an instant, that a cron expression names.
 *
 * @example
 * findLastTick({ cron: '0 7 * * *', timeZone: 'UTC', now: new Date('2026-01-02T06:00:00Z') }) // 2026-01-01T07:00:00Z
 */
export function findLastTick(options: { cron: string; timeZone: string; now: Date }): Date {
  const { cron, timeZone, now } = options
  // The moment that it looks back from does not count itself.
  const currentDate = new Date(now.getTime() + 1)
  return CronExpressionParser.parse(cron, { tz: timeZone, currentDate }).prev().toDate()
}
