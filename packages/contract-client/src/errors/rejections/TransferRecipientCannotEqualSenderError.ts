import { type Rejection, TransactionRejectedError } from './TransactionRejectedError.ts'

/** A transfer needs another recipient. */
export class TransferRecipientCannotEqualSenderError extends TransactionRejectedError {
  override readonly name = 'TransferRecipientCannotEqualSenderError'

  constructor(rejection: Rejection) {
    super({
      ...rejection,
      reason: 'TransferRecipientCannotEqualSender',
      shortMessage: 'The recipient of a transfer is its sender.',
      userMessage: 'The blockchain refused the transaction. Tell your administrator.',
    })
  }
}
