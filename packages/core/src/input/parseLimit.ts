import { InvalidInputError } from '../errors/InvalidInputError.ts'
import { parseUint, type UintProblem } from './parseUint.ts'

const PROBLEMS: Record<UintProblem, string> = {
  'not-a-number': 'The limit is a whole number of volume units, such as 500.',
  negative: 'The limit cannot be negative. Give a whole number above 0, such as 500.',
  decimals: 'The limit is a whole number, without decimals, such as 500.',
  zero: 'A limit of 0 would grant nothing. Give a whole number above 0; to take access away use /medikey revoke.',
  'too-large': 'The limit is larger than any record can hold. Give the volume that is needed, such as 500.',
}

/**
 * Reads how much may be drawn in all.
 *
 * @throws InvalidInputError where it is not a positive whole number
 */
export function parseLimit(text: string): bigint {
  const limit = parseUint(text)
  if (typeof limit === 'bigint') return limit
  throw new InvalidInputError([{ field: 'limit', message: PROBLEMS[limit] }])
}
