import { mkdir } from 'node:fs/promises'
import { KeystoreError } from './KeystoreError.ts'

/**
 * Makes sure that there is a directory for the keystore; one of our own is closed to others.
 *
 * @throws {KeystoreError} where there is none and none can be made.
 * @example
 * await makeDirectory({ path: '/data/keystore.age', directory: '/data' })
 */
export async function makeDirectory(options: { path: string; directory: string }): Promise<void> {
  try {
    await mkdir(options.directory, { recursive: true, mode: 0o700 })
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    throw new KeystoreError({
      code: 'KEYSTORE_NOT_WRITTEN',
      shortMessage: `There is no directory for the keystore ${options.path} and none can be made (${code}): make it by hand, or correct MEDIKEY_KEYSTORE.`,
      cause,
    })
  }
}
