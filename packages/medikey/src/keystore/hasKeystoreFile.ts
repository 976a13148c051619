import { statSync } from 'node:fs'
import { createUnreadableError } from './createUnreadableError.ts'

/**
 * Says whether there is a keystore. One that this user may not look at is not taken for one that was never made.
 *
 * @throws {KeystoreError} KEYSTORE_UNREADABLE
 */
export function hasKeystoreFile(path: string): boolean {
  try {
    statSync(path)
    return true
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw createUnreadableError({ path, cause })
  }
}
