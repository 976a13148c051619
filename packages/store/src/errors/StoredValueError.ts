import { BaseError } from '@medikey/errors'

/** A row holds what this version cannot read. */
export class StoredValueError extends BaseError {
  override readonly name = 'StoredValueError'
  constructor(options: { column: string; cause: unknown }) {
    super({
      code: 'STORED_VALUE',
      shortMessage: `The store holds a value in the column ${options.column} that this version cannot read.`,
      userMessage:
        'MediKey found a stored entry that this version cannot read. Install the version that wrote it.',
      cause: options.cause,
    })
  }
}
