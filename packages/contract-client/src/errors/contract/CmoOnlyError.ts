import { contractErrorCodes } from '../../generated/contractErrorCodes.ts'
import { ContractError } from './ContractError.ts'

/** Somebody else than the Chief Medical Officer tried to switch maintenance. */
export class CmoOnlyError extends ContractError {
  override readonly name = 'CmoOnlyError'

  constructor() {
    super({
      constant: 'ERR_CMO_ONLY',
      contractCode: contractErrorCodes.ERR_CMO_ONLY,
      shortMessage: 'Only the Chief Medical Officer may do this.',
      userMessage: 'Only the Chief Medical Officer can switch maintenance. Ask them to do it.',
    })
  }
}
