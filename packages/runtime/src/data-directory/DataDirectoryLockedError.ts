import { BaseError } from '@medikey/errors'
import type { LockHolder } from './LockHolder.ts'

/**
 * Another process uses the data directory.
 *
 * @example
 * new DataDirectoryLockedError({ dataDir: '/data', holder: { pid: 1, since: '2026-01-01T00:00:00.000Z', command: 'medikey start' } })
 */
export class DataDirectoryLockedError extends BaseError {
  override readonly name = 'DataDirectoryLockedError'
  /** Null where the holder could not be named. */
  readonly holder: LockHolder | null

  constructor(options: { dataDir: string; holder: LockHolder | null }) {
    const { dataDir, holder } = options
    const who =
      holder === null ? 'another process' : `process ${holder.pid} (${holder.command}, since ${holder.since})`
    super({
      code: 'DATA_DIRECTORY_LOCKED',
      shortMessage: `The data directory ${dataDir} is in use by ${who}: stop it first, or set MEDIKEY_DATA_DIR to another directory.`,
    })
    this.holder = holder
  }
}
