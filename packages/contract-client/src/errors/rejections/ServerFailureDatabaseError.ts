import { type Rejection, TransactionRejectedError } from './TransactionRejectedError.ts'

/** A fault of the node, which passes. */
export class ServerFailureDatabaseError extends TransactionRejectedError {
  override readonly name = 'ServerFailureDatabaseError'

  constructor(rejection: Rejection) {
    super({
      ...rejection,
      reason: 'ServerFailureDatabase',
      shortMessage: 'The database of the node failed.',
      userMessage: 'The blockchain service failed for a moment. The transaction will be tried again.',
      retryable: true,
    })
  }
}
