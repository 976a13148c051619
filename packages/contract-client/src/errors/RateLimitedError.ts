import { BaseError } from '@medikey/errors'

/** The API asks for fewer requests. The request was not looked at. */
export class RateLimitedError extends BaseError {
  override readonly name: string = 'RateLimitedError'
  /** How long to wait before the next request, in milliseconds. */
  readonly retryAfterMs: number

  constructor(o: { route: string; retryAfterMs: number }) {
    super({
      code: 'RATE_LIMITED',
      shortMessage: `The Stacks API asks to wait ${o.retryAfterMs} ms before the next request.`,
      metaMessages: [`route: ${o.route}`],
      userMessage: 'The blockchain service is busy. Try again in a minute.',
      retryable: true,
    })
    this.retryAfterMs = o.retryAfterMs
  }
}
