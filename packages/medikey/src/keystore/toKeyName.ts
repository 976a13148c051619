import { KeystoreError } from './KeystoreError.ts'

/**
 * Takes a key's name as somebody gave it.
 *
 * @throws {KeystoreError} KEY_INVALID
 */
export function toKeyName(given: string): string {
  const name = given.trim()
  if (name !== '' && name.length <= 80) return name
  throw new KeystoreError({
    code: 'KEY_INVALID',
    shortMessage: 'A key needs a name of 1 to 80 characters: say whose it is.',
  })
}
