import type { Network } from '@medikey/contract-client'
import type { LinkChallenge } from './LinkChallenge.ts'

/** A challenge as the person sees it: all that they sign, but for the principal. */
export type ShownChallenge = Pick<LinkChallenge, 'nonce' | 'account' | 'expiresAt'> & {
  readonly network: Network
}
