import { BaseError } from '@medikey/errors'

/**
 * Nobody answers on the control socket: no MediKey runs on this data directory.
 *
 * @example
 * new NotRunningError({ socketPath: '/data/medikey.sock' })
 */
export class NotRunningError extends BaseError {
  override readonly name = 'NotRunningError'

  constructor(options: { socketPath: string; cause?: unknown }) {
    super({
      code: 'NOT_RUNNING',
      shortMessage: `No MediKey answers on ${options.socketPath}: start one with "medikey start", or set MEDIKEY_DATA_DIR to the directory of the one that runs.`,
      cause: options.cause,
    })
  }
}
