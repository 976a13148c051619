import { BaseError } from '@medikey/errors'

/** The database cannot be reached, or was lost on the way. */
export class StoreUnavailableError extends BaseError {
  override readonly name = 'StoreUnavailableError'
  constructor(options: { place: string; advice: string; cause: unknown }) {
    super({
      code: 'STORE_UNAVAILABLE',
      shortMessage: `Cannot reach ${options.place}. ${options.advice}`,
      userMessage: 'MediKey cannot reach its database at the moment. Try again in a minute.',
      retryable: true,
      cause: options.cause,
    })
  }
}
