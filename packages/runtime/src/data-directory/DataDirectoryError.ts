import { BaseError } from '@medikey/errors'

/**
 * The data directory cannot be used as it is.
 *
 * @example
 * new DataDirectoryError({ path: '/data', problem: 'is a file: name a directory in MEDIKEY_DATA_DIR.' })
 */
export class DataDirectoryError extends BaseError {
  override readonly name = 'DataDirectoryError'

  constructor(options: { path: string; problem: string; cause?: unknown }) {
    super({
      code: 'DATA_DIRECTORY_UNUSABLE',
      shortMessage: `The data directory ${options.path} ${options.problem}`,
      cause: options.cause,
    })
  }
}
