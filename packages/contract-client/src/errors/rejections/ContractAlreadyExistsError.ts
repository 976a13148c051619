import { type Rejection, TransactionRejectedError } from './TransactionRejectedError.ts'

/** A contract is deployed once. */
export class ContractAlreadyExistsError extends TransactionRejectedError {
  override readonly name = 'ContractAlreadyExistsError'

  constructor(rejection: Rejection) {
    super({
      ...rejection,
      reason: 'ContractAlreadyExists',
      shortMessage: 'A contract of this name is deployed already.',
      userMessage: 'The blockchain refused the transaction. Tell your administrator.',
    })
  }
}
