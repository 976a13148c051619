import { type Rejection, TransactionRejectedError } from './TransactionRejectedError.ts'

/** The contract is not deployed on this chain. */
export class NoSuchContractError extends TransactionRejectedError {
  override readonly name = 'NoSuchContractError'

  constructor(rejection: Rejection) {
    super({
      ...rejection,
      reason: 'NoSuchContract',
      shortMessage: 'There is no such contract.',
      userMessage: 'The medical record contract is not on this blockchain. Tell your administrator.',
    })
  }
}
