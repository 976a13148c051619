import { type Rejection, TransactionRejectedError } from './TransactionRejectedError.ts'

/** The node chains 25 for each signer; the same bytes are accepted when earlier ones are mined. */
export class TooMuchChainingError extends TransactionRejectedError {
  override readonly name = 'TooMuchChainingError'

  constructor(rejection: Rejection) {
    super({
      ...rejection,
      reason: 'TooMuchChaining',
      shortMessage: 'The signer has too many unconfirmed transactions.',
      userMessage:
        'Many transactions of this signer are waiting already. This one follows when they are done.',
      retryable: true,
    })
  }
}
