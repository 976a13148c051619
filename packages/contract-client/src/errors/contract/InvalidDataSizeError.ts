import { contractErrorCodes } from '../../generated/contractErrorCodes.ts'
import { ContractError } from './ContractError.ts'

/** A volume or limit of zero, or a volume that would overflow the physician's total. */
export class InvalidDataSizeError extends ContractError {
  override readonly name = 'InvalidDataSizeError'

  constructor() {
    super({
      constant: 'ERR_INVALID_DATA_SIZE',
      contractCode: contractErrorCodes.ERR_INVALID_DATA_SIZE,
      shortMessage: 'The volume or limit is zero, or the physician would manage more than a uint can count.',
      userMessage:
        'The volume or limit must be at least 1, and not beyond what can be counted. Enter another number.',
    })
  }
}
