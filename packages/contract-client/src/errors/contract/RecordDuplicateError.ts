import { contractErrorCodes } from '../../generated/contractErrorCodes.ts'
import { ContractError } from './ContractError.ts'

/** The next record id is taken. The contract guards against it; it cannot happen. */
export class RecordDuplicateError extends ContractError {
  override readonly name = 'RecordDuplicateError'

  constructor() {
    super({
      constant: 'ERR_RECORD_DUPLICATE',
      contractCode: contractErrorCodes.ERR_RECORD_DUPLICATE,
      shortMessage: 'The id of the new record is taken.',
      userMessage: 'The record could not be created because its number is taken. Tell your administrator.',
    })
  }
}
