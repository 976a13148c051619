import { type Rejection, TransactionRejectedError } from './TransactionRejectedError.ts'

/** Another transaction of the signer was mined with this nonce: these bytes will never be accepted. Look up the own txid before this counts as a failure. */
export class BadNonceError extends TransactionRejectedError {
  override readonly name = 'BadNonceError'

  constructor(rejection: Rejection) {
    super({
      ...rejection,
      reason: 'BadNonce',
      shortMessage: 'The nonce is used already.',
      userMessage: 'Another transaction of this signer came first. It is being sorted out.',
    })
  }
}
