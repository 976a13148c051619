import { InvalidInputError } from '../errors/InvalidInputError.ts'

const LONGEST = 500

/**
 * Reads a reason: 1 to 500 characters as a person counts them, control characters taken out.
 *
 * @throws InvalidInputError where it is empty or too long
 * @example
 * parseReason('  ward round ') // 'ward round'
 */
export function parseReason(text: string): string {
  const reason = text.replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim()
  const length = [...new Intl.Segmenter().segment(reason)].length
  if (reason === '') {
    throw new InvalidInputError([
      { field: 'reason', message: 'Give a reason: it is kept with the decision.' },
    ])
  }
  if (length > LONGEST || reason.length > 4 * LONGEST) {
    throw new InvalidInputError([
      {
        field: 'reason',
        message: `A reason has at most ${LONGEST} characters; this one has ${length}. Say it shorter.`,
      },
    ])
  }
  return reason
}
