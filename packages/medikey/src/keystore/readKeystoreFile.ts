import { readFile } from 'node:fs/promises'
import { createPrivateKeySigner } from '@medikey/contract-client'
import type { Secret } from '@medikey/runtime'
import { Decrypter } from 'age-encryption'
import { createUnreadableError } from './createUnreadableError.ts'
import { KeystoreError } from './KeystoreError.ts'
import { keystoreSchema, type StoredKey } from './keystoreSchema.ts'

/**
 * Reads and decrypts the file. Deriving the file's key from the passphrase takes about a second and the
 * whole thread with it, on purpose: that second is what a thief has to pay for each guess.
 *
 * @returns Null where there is no file.
 * @throws {KeystoreError} where it cannot be read, the passphrase does not open it, or it is damaged.
 * @example
 * const keys = await readKeystoreFile({ path, passphrase })
 */
export async function readKeystoreFile(options: {
  path: string
  passphrase: Secret
}): Promise<readonly StoredKey[] | null> {
  const { path, passphrase } = options
  const encrypted = await read(path)
  if (encrypted === null) return null
  const text = await decrypt({ path, encrypted, passphrase })
  try {
    const { keys } = keystoreSchema.parse(JSON.parse(text))
    for (const { privateKey, network, principal } of keys)
      if (createPrivateKeySigner({ privateKey, network }).address !== principal) throw corrupt(path)
    return keys
  } catch {
    // The cause is not passed on: a parser's message quotes what it read, which here are keys.
    throw corrupt(path)
  }
}

async function read(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path)
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return null
    throw createUnreadableError({ path, cause })
  }
}

async function decrypt(options: {
  path: string
  encrypted: Uint8Array
  passphrase: Secret
}): Promise<string> {
  const { path, encrypted, passphrase } = options
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase.reveal())
  try {
    return await decrypter.decrypt(encrypted, 'text')
  } catch (cause) {
    // What the library says where the header is sound and the passphrase does not open it.
    if (cause instanceof Error && cause.message.startsWith('no identity matched'))
      throw new KeystoreError({
        code: 'KEYSTORE_WRONG_PASSPHRASE',
        shortMessage: `The passphrase does not open the keystore ${path}: correct MEDIKEY_KEYSTORE_PASSPHRASE.`,
      })
    throw corrupt(path, cause)
  }
}

const corrupt = (path: string, cause?: unknown) =>
  new KeystoreError({
    code: 'KEYSTORE_CORRUPT',
    shortMessage: `The file ${path} is damaged or no keystore of MediKey: restore it from a backup, or move it away and add the keys again with "medikey keys add".`,
    cause,
  })
