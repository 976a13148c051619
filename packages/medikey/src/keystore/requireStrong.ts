import type { Secret } from '@medikey/runtime'
import { KeystoreError } from './KeystoreError.ts'

const SHORTEST_PASSPHRASE = 12

/**
 * Refuses a passphrase that a thief of the file would guess.
 *
 * @throws {KeystoreError} KEYSTORE_PASSPHRASE_WEAK
 */
export function requireStrong(passphrase: Secret): void {
  if (passphrase.reveal().length >= SHORTEST_PASSPHRASE) return
  throw new KeystoreError({
    code: 'KEYSTORE_PASSPHRASE_WEAK',
    shortMessage: `The passphrase of a new keystore needs at least ${SHORTEST_PASSPHRASE} characters: five random words are a good one.`,
  })
}
