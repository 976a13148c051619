import { randomBytes } from 'node:crypto'
import type { Deps } from '../Deps.ts'
import { challengeMessage } from '../messages/challengeMessage.ts'
import type { Message } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import type { LinkChallenge } from '../model/LinkChallenge.ts'

/** How long a person may take to sign, in milliseconds. */
const LASTS_MS = 10 * 60_000

/**
 * Gives an account something to sign, once and within ten minutes. A challenge that it was given before ends.
 *
 * @param options.delivery unique key of the inbound delivery: the same one twice gives one challenge
 * @returns the challenge, to be shown to nobody else
 * @example
 * const { message } = await beginLink(deps, { account, delivery })
 */
export async function beginLink(
  deps: Deps,
  options: { account: Account; delivery: string },
): Promise<{ message: Message }> {
  const { account, delivery } = options
  const now = deps.clock.now()
  // A signed message counts in seconds.
  const expiresAt = new Date(Math.floor((now.getTime() + LASTS_MS) / 1000) * 1000)
  const fresh: LinkChallenge = { nonce: randomBytes(16).toString('hex'), account, expiresAt, usedAt: null }
  const challenge = await deps.store.transaction(async (unit) => {
    if ((await unit.claimDelivery({ key: delivery, requestId: fresh.nonce, at: now })) !== null) {
      const first = await unit.getLinkChallenge(account)
      if (first !== null) return first
    }
    await unit.putLinkChallenge(fresh)
    return fresh
  })
  return { message: challengeMessage({ ...challenge, network: deps.settings.network }) }
}
