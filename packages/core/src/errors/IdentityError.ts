import { BaseError } from '@medikey/errors'

type IdentityErrorCode =
  | 'NOT_LINKED'
  | 'AMBIGUOUS_IDENTITY'
  | 'PROVEN_BY_ANOTHER'
  | 'UNPROVEN_IDENTITY'
  | 'PERSON_NOT_LINKED'

/** The chat account does not stand for exactly one principal that may do this. */
export class IdentityError extends BaseError {
  override readonly name = 'IdentityError'
  override readonly code: IdentityErrorCode

  constructor(options: { code: IdentityErrorCode; shortMessage: string; userMessage: string }) {
    super(options)
    this.code = options.code
  }
}
