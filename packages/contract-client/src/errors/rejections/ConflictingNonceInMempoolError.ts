import { type Rejection, TransactionRejectedError } from './TransactionRejectedError.ts'

/** The same bytes are accepted if the other one is dropped. Look up the own txid before this counts as a failure. */
export class ConflictingNonceInMempoolError extends TransactionRejectedError {
  override readonly name = 'ConflictingNonceInMempoolError'

  constructor(rejection: Rejection) {
    super({
      ...rejection,
      reason: 'ConflictingNonceInMempool',
      shortMessage: 'Another transaction with this nonce waits, with a fee that is not lower.',
      userMessage: 'Another transaction of this signer is in the way. It is being sorted out.',
      retryable: true,
    })
  }
}
