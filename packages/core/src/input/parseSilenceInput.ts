import { InvalidInputError } from '../errors/InvalidInputError.ts'
import { parseDuration } from './parseDuration.ts'
import { parseReason } from './parseReason.ts'
import { readParts } from './readParts.ts'

const LONGEST_MS = 30 * 86_400_000

/**
 * Reads how long an alert is to be silent and why, without looking anything up.
 *
 * @param raw as typed or filled into a form; parts may be missing
 * @returns the duration in milliseconds, from a minute to 30 days
 * @throws InvalidInputError with every problem
 * @example
 * parseSilenceInput({ duration: '8h', reason: 'ward round' }) // { durationMs: 28800000, reason: 'ward round' }
 */
export function parseSilenceInput(raw: {
  readonly duration?: string | undefined
  readonly reason?: string | undefined
}): { durationMs: number; reason: string } {
  return readParts({
    durationMs: () => {
      const durationMs = parseDuration(raw.duration ?? '')
      if (durationMs !== null && durationMs <= LONGEST_MS) return durationMs
      throw new InvalidInputError([
        {
          field: 'duration',
          message: 'Say for how long the alert is to be silent, at most 30 days, as in 30m, 8h, 7d or 2w.',
        },
      ])
    },
    reason: () => parseReason(raw.reason ?? ''),
  })
}
