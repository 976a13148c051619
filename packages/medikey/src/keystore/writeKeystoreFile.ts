import type { Secret } from '@medikey/runtime'
import { Encrypter } from 'age-encryption'
import { replaceFile } from '../files/replaceFile.ts'
import { KeystoreError } from './KeystoreError.ts'
import type { StoredKey } from './keystoreSchema.ts'

/**
 * Encrypts the keys and puts them in the place of the file at once: whoever looks, or pulls the plug,
 * finds the old file or the new one. Only its owner may read it.
 *
 * @param options.workFactor Base-2 logarithm of scrypt's work.
 * @throws {KeystoreError} where it cannot be written; the old file then stands as it was.
 * @example
 * await writeKeystoreFile({ path, passphrase, keys, workFactor: 18 })
 */
export async function writeKeystoreFile(options: {
  path: string
  passphrase: Secret
  keys: readonly StoredKey[]
  workFactor: number
}): Promise<void> {
  const { path, passphrase, keys, workFactor } = options
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase.reveal())
  encrypter.setScryptWorkFactor(workFactor)
  const encrypted = await encrypter.encrypt(JSON.stringify({ version: 1, keys }))
  try {
    await replaceFile({ path, content: encrypted })
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    throw new KeystoreError({
      code: 'KEYSTORE_NOT_WRITTEN',
      shortMessage: `The keystore ${path} cannot be written (${code}): make its directory writable for this user, or correct MEDIKEY_KEYSTORE.`,
      cause,
    })
  }
}
