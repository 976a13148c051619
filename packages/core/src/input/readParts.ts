import { type InputProblem, InvalidInputError } from '../errors/InvalidInputError.ts'

/**
 * Reads every part of what was typed, so that a form can show each problem at its field at once.
 *
 * @throws InvalidInputError with every problem
 * @example
 * readParts({ recordId: () => parseRecordId('7'), reason: () => parseReason('') }) // throws: the reason is missing
 */
export function readParts<T extends object>(readers: { readonly [K in keyof T]: () => T[K] }): T {
  const problems: InputProblem[] = []
  const parts: Partial<T> = {}
  for (const name of Object.keys(readers) as (keyof T)[]) {
    try {
      parts[name] = readers[name]()
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error
      problems.push(...error.problems)
    }
  }
  if (problems.length > 0) throw new InvalidInputError(problems)
  return parts as T
}
