import { CronExpressionParser } from 'cron-parser'
import { validate } from 'node-cron'

/**
 * Whether a cron expression can be read by what runs the schedule and by what looks back and ahead in it. Neither reads
 * a day that no month has, and of days of the month and of the week together the one takes those that are both, the
 * other those that are either.
 *
 * @example
 * isCron('0 8 * * mon') // true
 */
export function isCron(expression: string): boolean {
  try {
    const { dayOfMonth, dayOfWeek } = CronExpressionParser.parse(expression).fields
    if (!dayOfMonth.isWildcard && !dayOfWeek.isWildcard) return false
  } catch {
    return false
  }
  return validate(expression)
}
