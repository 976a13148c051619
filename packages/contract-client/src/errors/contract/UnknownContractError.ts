import { ContractError } from './ContractError.ts'

/** The contract refused with a code that this version does not know. */
export class UnknownContractError extends ContractError {
  override readonly name = 'UnknownContractError'

  constructor(code: bigint) {
    super({
      constant: 'ERR_UNKNOWN',
      contractCode: code,
      shortMessage: `The contract refused with code u${code}, which this version does not know.`,
      userMessage: `The contract refused for a reason that is not known here (u${code}). Tell your administrator.`,
    })
  }
}
