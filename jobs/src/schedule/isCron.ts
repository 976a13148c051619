import { validate } from 'node-cron'

/**
 * Whether the schedule can read a cron expression.
 *
 * @example
 * isCron('0 8 * * mon') // true
 */
export const isCron = (expression: string): boolean => validate(expression)
