import { type Rejection, TransactionRejectedError } from './TransactionRejectedError.ts'

/** The contract is not medvault. */
export class NoSuchPublicFunctionError extends TransactionRejectedError {
  override readonly name = 'NoSuchPublicFunctionError'

  constructor(rejection: Rejection) {
    super({
      ...rejection,
      reason: 'NoSuchPublicFunction',
      shortMessage: 'The contract has no such function.',
      userMessage: 'The blockchain refused the transaction. Tell your administrator.',
    })
  }
}
