import { type Rejection, TransactionRejectedError } from './TransactionRejectedError.ts'

/** The client and the node are on different networks. */
export class BadTransactionVersionError extends TransactionRejectedError {
  override readonly name = 'BadTransactionVersionError'

  constructor(rejection: Rejection) {
    super({
      ...rejection,
      reason: 'BadTransactionVersion',
      shortMessage: 'The transaction is for another network.',
      userMessage: 'The blockchain refused the transaction. Tell your administrator.',
    })
  }
}
