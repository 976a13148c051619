import { contractErrorCodes } from '../../generated/contractErrorCodes.ts'
import { ContractError } from './ContractError.ts'

/** A draw asks for more than the record still holds. */
export class InsufficientClearanceError extends ContractError {
  override readonly name = 'InsufficientClearanceError'

  constructor() {
    super({
      constant: 'ERR_INSUFFICIENT_CLEARANCE',
      contractCode: contractErrorCodes.ERR_INSUFFICIENT_CLEARANCE,
      shortMessage: 'The record does not hold that much data any more.',
      userMessage: 'The record has less data left than you asked for. Ask for a smaller volume.',
    })
  }
}
