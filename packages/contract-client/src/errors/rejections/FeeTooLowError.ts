import { type Rejection, TransactionRejectedError } from './TransactionRejectedError.ts'

/** Another fee needs another signature. */
export class FeeTooLowError extends TransactionRejectedError {
  override readonly name = 'FeeTooLowError'

  constructor(rejection: Rejection) {
    super({
      ...rejection,
      reason: 'FeeTooLow',
      shortMessage: 'The fee is below what the node asks.',
      userMessage:
        'The transaction fee is too low for the blockchain at the moment. Tell your administrator.',
    })
  }
}
