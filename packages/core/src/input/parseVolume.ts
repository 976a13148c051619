import { InvalidInputError } from '../errors/InvalidInputError.ts'
import { parseUint, type UintProblem } from './parseUint.ts'

const PROBLEMS: Record<UintProblem, string> = {
  'not-a-number': 'The volume is a whole number of volume units, such as 500.',
  negative: 'The volume cannot be negative. Give a whole number above 0, such as 500.',
  decimals: 'The volume is a whole number, without decimals, such as 500.',
  zero: 'The volume is a whole number above 0, such as 500.',
  'too-large': 'The volume is larger than the contract can count. Give a smaller one, such as 500.',
}

/**
 * Reads a volume of data.
 *
 * @throws InvalidInputError where it is not a positive whole number that the contract can hold
 */
export function parseVolume(text: string): bigint {
  const volume = parseUint(text)
  if (typeof volume === 'bigint') return volume
  throw new InvalidInputError([{ field: 'volume', message: PROBLEMS[volume] }])
}
