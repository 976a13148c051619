import { type Rejection, TransactionRejectedError } from './TransactionRejectedError.ts'

/** Its bytes are no transaction. */
export class DeserializationRejectedError extends TransactionRejectedError {
  override readonly name = 'DeserializationRejectedError'

  constructor(rejection: Rejection) {
    super({
      ...rejection,
      reason: 'Deserialization',
      shortMessage: 'The node could not read the transaction.',
      userMessage: 'The blockchain refused the transaction. Tell your administrator.',
    })
  }
}
