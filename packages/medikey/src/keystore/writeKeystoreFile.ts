import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Secret } from '@medikey/runtime'
import { Encrypter } from 'age-encryption'
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
  const draft = `${path}.${randomUUID()}.tmp`
  try {
    await writeThrough(draft, encrypted)
    await rename(draft, path)
    await syncDirectory(dirname(path))
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => {})
    const code = (cause as NodeJS.ErrnoException).code
    throw new KeystoreError({
      code: 'KEYSTORE_NOT_WRITTEN',
      shortMessage: `The keystore ${path} cannot be written (${code}): make its directory writable for this user, or correct MEDIKEY_KEYSTORE.`,
      cause,
    })
  }
}

async function writeThrough(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
