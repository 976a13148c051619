import { BaseError } from '@medikey/errors'

/** A refusal by the contract: one subclass for each of its error constants. */
export class ContractError extends BaseError {
  override readonly name: string = 'ContractError'
  /** N of `(err uN)`. */
  readonly contractCode: bigint

  /** @param o.constant - The constant's name in the contract: the error's stable code. */
  constructor(o: {
    constant: string
    contractCode: bigint
    shortMessage: string
    userMessage: string
    retryable?: boolean
  }) {
    super({
      code: o.constant,
      shortMessage: o.shortMessage,
      metaMessages: [`contract answer: (err u${o.contractCode})`],
      userMessage: o.userMessage,
      retryable: o.retryable ?? false,
    })
    this.contractCode = o.contractCode
  }
}
