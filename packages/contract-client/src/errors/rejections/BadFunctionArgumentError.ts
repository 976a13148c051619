import { type Rejection, TransactionRejectedError } from './TransactionRejectedError.ts'

/** The contract is not medvault. */
export class BadFunctionArgumentError extends TransactionRejectedError {
  override readonly name = 'BadFunctionArgumentError'

  constructor(rejection: Rejection) {
    super({
      ...rejection,
      reason: 'BadFunctionArgument',
      shortMessage: 'The contract does not take these arguments.',
      userMessage: 'The blockchain refused the transaction. Tell your administrator.',
    })
  }
}
