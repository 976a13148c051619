import { accessSync, chmodSync, constants, mkdirSync, readdirSync, statSync } from 'node:fs'
import { DataDirectoryError } from './DataDirectoryError.ts'

/**
 * Makes sure that the data directory exists and that nobody but its owner can look into it.
 *
 * @param path Absolute path.
 * @returns The same path.
 * @throws {DataDirectoryError} where it cannot be made, written or kept private.
 * @example
 * createDataDir('/var/lib/medikey') // '/var/lib/medikey', mode 0700
 */
export function createDataDir(path: string): string {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    const problem =
      code === 'EEXIST' || code === 'ENOTDIR'
        ? 'is a file, or lies below one: name a directory in MEDIKEY_DATA_DIR.'
        : `cannot be made (${code}): make it by hand or name another in MEDIKEY_DATA_DIR.`
    throw new DataDirectoryError({ path, problem, cause })
  }
  keepPrivate(path)
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    const problem =
      'is not writable: give it to the user that runs MediKey or name another in MEDIKEY_DATA_DIR.'
    throw new DataDirectoryError({ path, problem, cause })
  }
  return path
}

function keepPrivate(path: string): void {
  // Windows has no such modes; the profile directory is private there.
  if (process.platform === 'win32' || (statSync(path).mode & 0o077) === 0) return
  // Only an empty directory is surely meant for us alone: closing a shared one, such as /tmp, breaks others.
  if (readdirSync(path).length > 0) {
    const problem = `is open to other users: run "chmod 700 ${path}" if it is MediKey's own, or name another in MEDIKEY_DATA_DIR.`
    throw new DataDirectoryError({ path, problem })
  }
  try {
    chmodSync(path, 0o700)
  } catch (cause) {
    const problem = 'belongs to another user: give it to the user that runs MediKey.'
    throw new DataDirectoryError({ path, problem, cause })
  }
}
