import { type Rejection, TransactionRejectedError } from './TransactionRejectedError.ts'

/** A transfer needs an amount. */
export class TransferAmountMustBePositiveError extends TransactionRejectedError {
  override readonly name = 'TransferAmountMustBePositiveError'

  constructor(rejection: Rejection) {
    super({
      ...rejection,
      reason: 'TransferAmountMustBePositive',
      shortMessage: 'The amount of a transfer is zero.',
      userMessage: 'The blockchain refused the transaction. Tell your administrator.',
    })
  }
}
