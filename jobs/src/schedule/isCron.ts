import { CronExpressionParser } from 'cron-parser'
import { validate } from 'node-cron'

/**
 * Whether a cron expression can be read by what runs the schedule and by what looks back and ahead in it. Neither reads a
 * day that no month has.
 *
 * @example
 * isCron('0 8 * * mon') // true
 */
export function isCron(expression: string): boolean {
  try {
    CronExpressionParser.parse(expression)
  } catch {
    return false
  }
  return validate(expression)
}
