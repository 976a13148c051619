import { type Rejection, TransactionRejectedError } from './TransactionRejectedError.ts'

/** The signature does not fit, or its S is high. */
export class SignatureValidationError extends TransactionRejectedError {
  override readonly name = 'SignatureValidationError'

  constructor(rejection: Rejection) {
    super({
      ...rejection,
      reason: 'SignatureValidation',
      shortMessage: 'The signature is not valid.',
      userMessage: 'The blockchain refused the transaction. Tell your administrator.',
    })
  }
}
