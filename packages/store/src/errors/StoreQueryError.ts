import { BaseError } from '@medikey/errors'

/** The database failed a statement for a reason of its own. */
export class StoreQueryError extends BaseError {
  override readonly name = 'StoreQueryError'
  constructor(options: { sqlState: string | null; retryable: boolean; metaMessages?: readonly string[] }) {
    super({
      code: 'STORE_QUERY',
      shortMessage: `The database failed a statement${options.sqlState === null ? '' : ` with SQLSTATE ${options.sqlState}`}.`,
      metaMessages: options.metaMessages ?? [],
      userMessage: 'MediKey could not read or save something. Try again; if it stays, tell whoever runs it.',
      retryable: options.retryable,
    })
  }
}
