import { BaseError } from '@medikey/errors'

/** The API answered something that is no answer to the question. Asking again will not help. */
export class UnexpectedAnswerError extends BaseError {
  override readonly name: string = 'UnexpectedAnswerError'
  /** The HTTP status, where that was what is unexpected. */
  readonly status: number | null

  constructor(o: {
    route: string
    problem: string
    status?: number
    details?: readonly string[]
    cause?: unknown
  }) {
    super({
      code: 'UNEXPECTED_ANSWER',
      shortMessage: `The Stacks API ${o.problem}. Check that STACKS_API_URL names a Stacks API of version 9 or newer.`,
      metaMessages: [`route: ${o.route}`, ...(o.details ?? [])],
      userMessage:
        'The blockchain service gave an answer that cannot be understood. Tell your administrator.',
      cause: o.cause,
    })
    this.status = o.status ?? null
  }
}
