import { type Rejection, TransactionRejectedError } from './TransactionRejectedError.ts'

/** A fault of the node, which passes. */
export class ServerFailureNoSuchChainTipError extends TransactionRejectedError {
  override readonly name = 'ServerFailureNoSuchChainTipError'

  constructor(rejection: Rejection) {
    super({
      ...rejection,
      reason: 'ServerFailureNoSuchChainTip',
      shortMessage: 'The node has lost its view of the chain.',
      userMessage: 'The blockchain service failed for a moment. The transaction will be tried again.',
      retryable: true,
    })
  }
}
