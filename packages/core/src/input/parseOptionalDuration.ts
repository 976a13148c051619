import { InvalidInputError } from '../errors/InvalidInputError.ts'
import { parseDuration } from './parseDuration.ts'

/**
 * Reads for how long access shall stand, in milliseconds; null where nothing was said: until revoked.
 *
 * @throws InvalidInputError where it is not a duration
 */
export function parseOptionalDuration(text: string | undefined): number | null {
  if (text === undefined || text.trim() === '') return null
  const duration = parseDuration(text)
  if (duration !== null) return duration
  throw new InvalidInputError([
    {
      field: 'duration',
      message:
        'The duration is a number with m, h, d or w, up to a year: 30m, 8h, 7d, 2w. Leave it out for no end.',
    },
  ])
}
