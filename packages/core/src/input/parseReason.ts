import { InvalidInputError } from '../errors/InvalidInputError.ts'

const LONGEST = 500

const WORDS = {
  reason: { name: 'reason', missing: 'Give a reason: it is kept with the decision.' },
  purpose: { name: 'purpose', missing: 'Say what for: the purpose is kept with what was drawn.' },
} as const

/**
 * Reads a reason: 1 to 500 characters as a person counts them, control characters taken out.
 *
 * @param options.field what the form calls it; `reason` unless told
 * @throws InvalidInputError where it is empty or too long
 * @example
 * parseReason('  ward round ') // 'ward round'
 */
export function parseReason(text: string, options: { field?: 'reason' | 'purpose' } = {}): string {
  const { field = 'reason' } = options
  const { name, missing } = WORDS[field]
  const reason = text.replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim()
  const length = [...new Intl.Segmenter().segment(reason)].length
  if (reason === '') throw new InvalidInputError([{ field, message: missing }])
  if (length > LONGEST || reason.length > 4 * LONGEST) {
    throw new InvalidInputError([
      {
        field,
        message: `A ${name} has at most ${LONGEST} characters; this one has ${length}. Say it shorter.`,
      },
    ])
  }
  return reason
}
