import { contractErrorCodes } from '../../generated/contractErrorCodes.ts'
import { ContractError } from './ContractError.ts'

/** No record has the id. */
export class RecordNotFoundError extends ContractError {
  override readonly name = 'RecordNotFoundError'

  constructor() {
    super({
      constant: 'ERR_RECORD_NOT_FOUND',
      contractCode: contractErrorCodes.ERR_RECORD_NOT_FOUND,
      shortMessage: 'There is no record with this id.',
      userMessage: 'There is no record with this number. Check the number and try again.',
    })
  }
}
