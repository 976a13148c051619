import { BaseError } from '@medikey/errors'
import type { Check } from './Check.ts'

/** A check that ended in an error: its own sentence where it has one. */
export function toFailedCheck(name: string, error: unknown): Check {
  if (!(error instanceof BaseError)) throw error
  // What an administrator can mend stands in the short message; some errors have a better one for people.
  return { name, ok: false, detail: error.shortMessage }
}
