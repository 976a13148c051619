import { contractErrorCodes } from '../../generated/contractErrorCodes.ts'
import { ContractError } from './ContractError.ts'

/** Nothing but revoking works in maintenance. It ends without the caller doing anything. */
export class SystemMaintenanceError extends ContractError {
  override readonly name = 'SystemMaintenanceError'

  constructor() {
    super({
      constant: 'ERR_SYSTEM_MAINTENANCE',
      contractCode: contractErrorCodes.ERR_SYSTEM_MAINTENANCE,
      shortMessage: 'The contract is in maintenance.',
      userMessage:
        'The system is in maintenance: only revoking access works now. Try again when the Chief Medical Officer has ended it.',
      retryable: true,
    })
  }
}
