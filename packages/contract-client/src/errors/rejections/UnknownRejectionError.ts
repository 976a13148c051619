import { type Rejection, TransactionRejectedError } from './TransactionRejectedError.ts'

/** The node refused for a reason that this version does not know. */
export class UnknownRejectionError extends TransactionRejectedError {
  override readonly name = 'UnknownRejectionError'

  constructor(rejection: Rejection, reason: string) {
    super({
      ...rejection,
      reason,
      shortMessage: `The node refused the transaction for a reason that this version does not know: ${reason}.`,
      userMessage: 'The blockchain refused the transaction. Tell your administrator.',
    })
  }
}
