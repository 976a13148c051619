import { BaseError, type BaseErrorOptions } from '@medikey/errors'

/** An argument that cannot be right. Nothing was sent. */
export class InvalidArgumentError extends BaseError {
  override readonly name: string = 'InvalidArgumentError'
  /** The argument's name. */
  readonly argument: string

  /** @param o.problem - A sentence that says what is wrong and what is right. */
  constructor(
    o: { argument: string; problem: string } & Pick<BaseErrorOptions, 'cause'> & { code?: string },
  ) {
    super({ code: o.code ?? 'INVALID_ARGUMENT', shortMessage: o.problem, cause: o.cause })
    this.argument = o.argument
  }
}
