import { BaseError } from '@medikey/errors'

/** Fails a write as the database would: the rule is named, and the unit of work cannot commit any more. */
export function refuse(rule: string): never {
  throw new BaseError({
    code: 'STORE_RULE',
    shortMessage: `The store refused a write: ${rule}.`,
    userMessage: 'This could not be saved because something else was saved first. Look again and retry.',
  })
}
