import { InvalidInputError } from '../errors/InvalidInputError.ts'

/** What the contract stores at most. */
const LONGEST = 64

/**
 * Reads the category of a record, which is public on chain for ever: 1 to 64 characters of plain ASCII.
 *
 * @throws InvalidInputError where the contract could not hold it
 * @example
 * parseCategory(' cardiology ') // 'cardiology'
 */
export function parseCategory(text: string): string {
  const category = text.trim()
  if (category === '')
    throw refuse(
      'Say which category, such as cardiology. It is public on chain, so it must tell nothing about a patient.',
    )
  if (!/^[ -~]+$/.test(category))
    throw refuse('A category has only letters without accents, digits and punctuation, such as cardiology.')
  if (category.length > LONGEST)
    throw refuse(
      `A category has at most ${LONGEST} characters; this one has ${category.length}. Say it shorter.`,
    )
  return category
}

function refuse(message: string): InvalidInputError {
  return new InvalidInputError([{ field: 'category', message }])
}
