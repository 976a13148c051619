import { type Rejection, TransactionRejectedError } from './TransactionRejectedError.ts'

/** A fault of the node's fee estimator, which passes. */
export class EstimatorError extends TransactionRejectedError {
  override readonly name = 'EstimatorError'

  constructor(rejection: Rejection) {
    super({
      ...rejection,
      reason: 'EstimatorError',
      shortMessage: 'The node could not weigh the transaction.',
      userMessage: 'The blockchain service failed for a moment. The transaction will be tried again.',
      retryable: true,
    })
  }
}
