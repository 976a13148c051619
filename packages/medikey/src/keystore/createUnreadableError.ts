import { KeystoreError } from './KeystoreError.ts'

/** The keystore is there, or may be, and the operating system does not let us see it. */
export function createUnreadableError(options: { path: string; cause: unknown }): KeystoreError {
  const { path, cause } = options
  return new KeystoreError({
    code: 'KEYSTORE_UNREADABLE',
    shortMessage: `The keystore ${path} cannot be read (${(cause as NodeJS.ErrnoException).code}): make it a file that this user may read, or correct MEDIKEY_KEYSTORE.`,
    cause,
  })
}
