import { dirname } from 'node:path'
import { createPrivateKeySigner, type Signer } from '@medikey/contract-client'
import { createSecret, lockDataDir, type Secret } from '@medikey/runtime'
import type { Keystore, KeystoreEntry } from './Keystore.ts'
import { KeystoreError } from './KeystoreError.ts'
import type { StoredKey } from './keystoreSchema.ts'
import { makeDirectory } from './makeDirectory.ts'
import { readKeystoreFile } from './readKeystoreFile.ts'
import { requireStrong } from './requireStrong.ts'
import { toStoredKey } from './toStoredKey.ts'
import { writeKeystoreFile } from './writeKeystoreFile.ts'

export type CreateKeystoreOptions = {
  /** Absolute path of the file. */
  path: string
  passphrase: Secret
  /** True for a process that signs: a missing file is then an error instead of an empty keystore. */
  mustExist?: boolean
  /** Base-2 logarithm of scrypt's work for writing; 18, about a second, unless a test says less. */
  workFactor?: number
}

/** Two commands that add keys at once wait for each other, each about three seconds. */
const PATIENCE_MS = 15_000

/**
 * Opens the keystore: one file, encrypted with a passphrase (age), decrypted once here and held in
 * memory. A process sees the keys of the moment it opened it, and its own changes.
 *
 * @throws {KeystoreError} where the file is missing and must exist, cannot be read, is damaged, or does
 * not open with the passphrase.
 * @example
 * const keystore = await createKeystore({ path: config.keystorePath, passphrase, mustExist: true })
 * keystore.getSigner('ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5')
 */
export async function createKeystore(options: CreateKeystoreOptions): Promise<Keystore> {
  const { path, passphrase, mustExist = false, workFactor = 18 } = options
  const opened = await readKeystoreFile({ path, passphrase })
  if (opened === null && mustExist)
    throw new KeystoreError({
      code: 'KEYSTORE_MISSING',
      shortMessage: `There is no keystore at ${path}: add a key with "medikey keys add", or correct MEDIKEY_KEYSTORE.`,
    })

  let keys: readonly StoredKey[] = opened ?? []
  let signers = toSigners(keys)

  const change = async (edit: (current: readonly StoredKey[]) => readonly StoredKey[]) => {
    const directory = dirname(path)
    await makeDirectory({ path, directory })
    const lock = await lockDataDir({ dataDir: directory, name: 'keystore', patienceMs: PATIENCE_MS })
    try {
      // Read again: another command may have added a key since this one opened the file.
      const current = await readKeystoreFile({ path, passphrase })
      if (current === null) requireStrong(passphrase)
      const edited = edit(current ?? [])
      await writeKeystoreFile({ path, passphrase, keys: edited, workFactor })
      keys = edited
      signers = toSigners(keys)
    } finally {
      lock.release()
    }
  }

  return {
    path,
    list: () => keys.map(toEntry),
    getSigner: (principal) => signers.get(principal) ?? null,
    async add(newKey) {
      const key = await toStoredKey(newKey)
      await change((current) => {
        const twin = current.find(({ principal }) => principal === key.principal)
        if (twin === undefined) return [...current, key]
        throw new KeystoreError({
          code: 'KEY_EXISTS',
          shortMessage: `The key of ${key.principal} is already there as "${twin.name}": remove that one first if the name is to change.`,
        })
      })
      return toEntry(key)
    },
    async remove({ principal }) {
      await change((current) => {
        const rest = current.filter((key) => key.principal !== principal)
        if (rest.length < current.length) return rest
        throw new KeystoreError({
          code: 'KEY_NOT_FOUND',
          shortMessage: `There is no key of that principal in ${path}: "medikey keys list" shows which there are.`,
        })
      })
    },
    secrets: () => keys.map(({ privateKey }) => createSecret(privateKey.slice(0, 64))),
  }
}

const toEntry = ({ principal, name, network, addedAt }: StoredKey): KeystoreEntry => ({
  principal,
  name,
  network,
  addedAt,
})

const toSigners = (keys: readonly StoredKey[]): ReadonlyMap<string, Signer> =>
  new Map(
    keys.map(({ principal, privateKey, network }) => [
      principal,
      createPrivateKeySigner({ privateKey, network }),
    ]),
  )
