import { InvalidInputError } from '../errors/InvalidInputError.ts'
import { parseUint } from './parseUint.ts'

/**
 * Reads a record id as people type it: `7` or `#7`.
 *
 * @throws InvalidInputError where it is not a positive whole number
 */
export function parseRecordId(text: string): bigint {
  const value = parseUint(text.trim().replace(/^#/, ''))
  if (typeof value === 'bigint') return value
  throw new InvalidInputError([{ field: 'record', message: describeRecordIdProblem(text) }])
}

function describeRecordIdProblem(text: string): string {
  return text.trim() === ''
    ? 'Say which record: its number, such as 7.'
    : 'A record is named by its number, such as 7. Find it with /medikey records.'
}
