import { type Rejection, TransactionRejectedError } from './TransactionRejectedError.ts'

/** Its encoding is wrong. */
export class SerializationRejectedError extends TransactionRejectedError {
  override readonly name = 'SerializationRejectedError'

  constructor(rejection: Rejection) {
    super({
      ...rejection,
      reason: 'Serialization',
      shortMessage: 'The node could not write the transaction down again.',
      userMessage: 'The blockchain refused the transaction. Tell your administrator.',
    })
  }
}
