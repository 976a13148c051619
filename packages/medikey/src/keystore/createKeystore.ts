import { dirname } from 'node:path'
import { createPrivateKeySigner, type Signer } from '@medikey/contract-client'
import { createSecret, lockDataDir, type Secret } from '@medikey/runtime'
import { personas } from '../demo/personas.ts'
import { derivePrivateKey } from './derivePrivateKey.ts'
import type { Keystore, KeystoreEntry, NewKey } from './Keystore.ts'
import { KeystoreError } from './KeystoreError.ts'
import type { StoredKey } from './keystoreSchema.ts'
import { makeDirectory } from './makeDirectory.ts'
import { readKeystoreFile } from './readKeystoreFile.ts'
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

const SHORTEST_PASSPHRASE = 12

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

async function toStoredKey(newKey: NewKey): Promise<StoredKey> {
  const { network } = newKey
  const name = newKey.name.trim()
  if (name === '' || name.length > 80)
    throw new KeystoreError({
      code: 'KEY_INVALID',
      shortMessage: 'A key needs a name of 1 to 80 characters: say whose it is.',
    })
  const given =
    'mnemonic' in newKey
      ? await derivePrivateKey({ mnemonic: newKey.mnemonic.reveal(), index: newKey.index })
      : newKey.privateKey.reveal().trim().toLowerCase()
  const privateKey = `${given.replace(/^0x/, '').slice(0, 64)}01`
  // Refuses what is no key, with the length as it was given.
  const { address } = createPrivateKeySigner({ privateKey: given, network })
  if (network !== 'devnet' && personas.some((persona) => persona.privateKey === privateKey))
    throw new KeystoreError({
      code: 'KEY_PUBLIC',
      shortMessage: `This key is published with every development chain, so anybody can sign with it: use a key of your own on ${network}.`,
    })
  return { name, network, principal: address, privateKey, addedAt: new Date().toISOString() }
}

function requireStrong(passphrase: Secret): void {
  if (passphrase.reveal().length >= SHORTEST_PASSPHRASE) return
  throw new KeystoreError({
    code: 'KEYSTORE_PASSPHRASE_WEAK',
    shortMessage: `The passphrase of a new keystore needs at least ${SHORTEST_PASSPHRASE} characters: five random words are a good one.`,
  })
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
