import { BaseError } from '@medikey/errors'

/** The API did not answer, or answered that it is broken. What was asked may be asked again. */
export class NodeUnreachableError extends BaseError {
  override readonly name: string = 'NodeUnreachableError'

  constructor(o: { route: string; problem: string; cause?: unknown }) {
    super({
      code: 'NODE_UNREACHABLE',
      shortMessage: `The Stacks API ${o.problem}.`,
      metaMessages: [`route: ${o.route}`],
      userMessage: 'The blockchain cannot be reached at the moment. Try again in a minute.',
      retryable: true,
      cause: o.cause,
    })
  }
}
