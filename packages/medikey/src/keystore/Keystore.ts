import type { Network, Signer } from '@medikey/contract-client'
import type { Secret } from '@medikey/runtime'

/** A key as it may be shown: everything but the key. */
export type KeystoreEntry = {
  readonly principal: string
  readonly name: string
  readonly network: Network
  /** ISO 8601. */
  readonly addedAt: string
}

/** What a key is added from: itself, or the words it is derived from. */
export type NewKey = { readonly name: string; readonly network: Network } & (
  | { readonly privateKey: Secret }
  | {
      readonly mnemonic: Secret
      /** Which account of the words, from 0. */
      readonly index: number
    }
)

/** The keys that MediKey may sign with, decrypted in memory. */
export type Keystore = {
  readonly path: string
  /** Whose keys there are, without the keys. */
  list(): readonly KeystoreEntry[]
  /** The signer of a principal, or null where its key is not here. */
  getSigner(principal: string): Signer | null
  /** Adds a key and writes the file. @throws {KeystoreError} */
  add(key: NewKey): Promise<KeystoreEntry>
  /** Removes a principal's key and writes the file. @throws {KeystoreError} */
  remove(options: { principal: string }): Promise<void>
  /** The keys themselves, for the logger to look out for. */
  secrets(): readonly Secret[]
}
