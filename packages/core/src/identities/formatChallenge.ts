import type { ShownChallenge } from '../model/ShownChallenge.ts'

/**
 * Writes a challenge as one word that can be pasted, and read: whoever signs it sees for whom.
 *
 * @example
 * formatChallenge(challenge) // 'medikey-link/1/slack/T0CLINIC/U0ALICE/testnet/1767258600/9f86d081884c7d65…'
 */
export function formatChallenge({ account, network, expiresAt, nonce }: ShownChallenge): string {
  const { platform, workspace, userId } = account
  return ['medikey-link', 1, platform, workspace, userId, network, expiresAt.getTime() / 1000, nonce].join(
    '/',
  )
}
