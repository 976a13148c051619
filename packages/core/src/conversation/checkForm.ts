import type { Deps } from '../Deps.ts'
import { InvalidInputError } from '../errors/InvalidInputError.ts'
import { formKinds } from './formKinds.ts'
import type { Values } from './Values.ts'

/**
 * Reads a filled form without any look-up, so that each problem can be shown at its field while the form is open.
 *
 * @returns a sentence for each field that cannot be read; null when all can, or when the form is none that is known
 * @example
 * const problems = checkForm(deps, { id: 'grant', values })
 */
export function checkForm(
  deps: Pick<Deps, 'settings'>,
  options: { id: string; values: Values },
): Readonly<Record<string, string>> | null {
  try {
    formKinds.find(({ id }) => id === options.id)?.check(deps, options.values)
    return null
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    return Object.fromEntries(error.problems.map(({ field, message }) => [field, message]))
  }
}
