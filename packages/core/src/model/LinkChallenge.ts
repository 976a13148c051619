import type { Account } from './Account.ts'

/** What an account has to sign to be linked, once. An account has one at most: a new one takes the place of the old. */
export type LinkChallenge = {
  /** 32 hex digits that nobody can guess. */
  readonly nonce: string
  readonly account: Account
  /** A whole second: the signed message carries it so. */
  readonly expiresAt: Date
  readonly usedAt: Date | null
}
