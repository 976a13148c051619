import { BaseError } from '@medikey/errors'

export type KeystoreErrorCode =
  | 'KEYSTORE_MISSING'
  | 'KEYSTORE_UNREADABLE'
  | 'KEYSTORE_WRONG_PASSPHRASE'
  | 'KEYSTORE_CORRUPT'
  | 'KEYSTORE_PASSPHRASE_WEAK'
  | 'KEYSTORE_NOT_WRITTEN'
  | 'KEY_EXISTS'
  | 'KEY_NOT_FOUND'
  | 'KEY_INVALID'
  | 'KEY_PUBLIC'

/**
 * The keystore cannot be used, or refuses a key. No message ever holds a key, a word of a mnemonic or the
 * passphrase.
 *
 * @example
 * new KeystoreError({ code: 'KEYSTORE_MISSING', shortMessage: 'There is no keystore at /data/keystore.age: …' })
 */
export class KeystoreError extends BaseError {
  override readonly name = 'KeystoreError'

  constructor(options: { code: KeystoreErrorCode; shortMessage: string; cause?: unknown }) {
    super(options)
  }
}
