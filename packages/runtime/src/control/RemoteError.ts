import { BaseError, type BaseErrorOptions } from '@medikey/errors'

/**
 * An error that arose in the running process and was told over the control socket: its code and
 * sentences are those of the original, whose class is named in `remoteName`.
 *
 * @example
 * if (error instanceof RemoteError && error.code === 'RECORD_NOT_FOUND') …
 */
export class RemoteError extends BaseError {
  override readonly name = 'RemoteError'
  readonly remoteName: string

  constructor(options: BaseErrorOptions & { remoteName: string }) {
    super(options)
    this.remoteName = options.remoteName
  }
}
