import { InvalidInputError } from '../errors/InvalidInputError.ts'
import { parseUint } from './parseUint.ts'

const LAST = 1_000_000n

/**
 * Reads the number of a page; nothing typed is the first.
 *
 * @param options.example a command that names a page, shown to who typed something else
 * @throws InvalidInputError where it is not a positive whole number
 * @example
 * parsePage('2', { example: '/medikey records mine 2' }) // 2
 */
export function parsePage(text: string, options: { example: string }): number {
  const page = text.trim() === '' ? 1n : parseUint(text)
  if (typeof page === 'bigint' && page <= LAST) return Number(page)
  throw new InvalidInputError([
    { field: 'page', message: `A page is a whole number from 1, as in ${options.example}.` },
  ])
}
