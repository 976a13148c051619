import { contractErrorCodes } from '../../generated/contractErrorCodes.ts'
import { ContractError } from './ContractError.ts'

/** The caller is neither the record's physician nor privileged for the volume. */
export class UnauthorizedAccessError extends ContractError {
  override readonly name = 'UnauthorizedAccessError'

  constructor() {
    super({
      constant: 'ERR_UNAUTHORIZED_ACCESS',
      contractCode: contractErrorCodes.ERR_UNAUTHORIZED_ACCESS,
      shortMessage:
        'The caller is not the physician of the record, or has no allowance that covers the volume.',
      userMessage:
        "Only the record's physician can do this, or staff whose allowance covers the volume. Ask the physician for access, or for a larger allowance.",
    })
  }
}
