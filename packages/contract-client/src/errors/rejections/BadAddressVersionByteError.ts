import { type Rejection, TransactionRejectedError } from './TransactionRejectedError.ts'

/** The client and the node are on different networks. */
export class BadAddressVersionByteError extends TransactionRejectedError {
  override readonly name = 'BadAddressVersionByteError'

  constructor(rejection: Rejection) {
    super({
      ...rejection,
      reason: 'BadAddressVersionByte',
      shortMessage: 'An address of the transaction is of another network.',
      userMessage: 'The blockchain refused the transaction. Tell your administrator.',
    })
  }
}
