import { BaseError } from '@medikey/errors'

/** The store is used in a way that could never work: a defect of the caller. */
export class StoreUseError extends BaseError {
  override readonly name = 'StoreUseError'
  constructor(problem: string) {
    super({
      code: 'STORE_USE',
      shortMessage: `The store was used wrongly: ${problem}.`,
      userMessage: 'MediKey made a mistake of its own. Nothing was saved; tell whoever runs it.',
    })
  }
}
