import { type Rejection, TransactionRejectedError } from './TransactionRejectedError.ts'

/** A fault of the node, which passes. */
export class ServerFailureOtherError extends TransactionRejectedError {
  override readonly name = 'ServerFailureOtherError'

  constructor(rejection: Rejection) {
    super({
      ...rejection,
      reason: 'ServerFailureOther',
      shortMessage: 'The node failed.',
      userMessage: 'The blockchain service failed for a moment. The transaction will be tried again.',
      retryable: true,
    })
  }
}
