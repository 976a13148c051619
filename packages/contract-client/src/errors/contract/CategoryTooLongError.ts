import { contractErrorCodes } from '../../generated/contractErrorCodes.ts'
import { ContractError } from './ContractError.ts'

/** A category of more than 64 characters. */
export class CategoryTooLongError extends ContractError {
  override readonly name = 'CategoryTooLongError'

  constructor() {
    super({
      constant: 'ERR_CATEGORY_TOO_LONG',
      contractCode: contractErrorCodes.ERR_CATEGORY_TOO_LONG,
      shortMessage: 'The category is longer than 64 characters.',
      userMessage: 'The category is longer than 64 characters. Shorten it.',
    })
  }
}
