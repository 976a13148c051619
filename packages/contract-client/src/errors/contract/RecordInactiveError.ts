import { contractErrorCodes } from '../../generated/contractErrorCodes.ts'
import { ContractError } from './ContractError.ts'

/** The record is archived, for good. */
export class RecordInactiveError extends ContractError {
  override readonly name = 'RecordInactiveError'

  constructor() {
    super({
      constant: 'ERR_RECORD_INACTIVE',
      contractCode: contractErrorCodes.ERR_RECORD_INACTIVE,
      shortMessage: 'The record is archived.',
      userMessage:
        'The record is archived, and an archived record stays archived. Access to it can only be revoked; create a new record for new data.',
    })
  }
}
