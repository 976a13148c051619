import { type Rejection, TransactionRejectedError } from './TransactionRejectedError.ts'

/** Somebody has to send it STX first. */
export class NotEnoughFundsError extends TransactionRejectedError {
  override readonly name = 'NotEnoughFundsError'

  constructor(rejection: Rejection) {
    super({
      ...rejection,
      reason: 'NotEnoughFunds',
      shortMessage: 'The signer cannot pay the fee.',
      userMessage:
        'The signing account cannot pay the transaction fee. Ask your administrator to send it STX.',
    })
  }
}
