import { BaseError } from '@medikey/errors'
import type { Platform } from '../model/Platform.ts'
import type { ShownChallenge } from '../model/ShownChallenge.ts'

const CHALLENGE =
  /^medikey-link\/1\/(?<platform>slack|discord|terminal)\/(?<workspace>[\w-]{1,64})\/(?<userId>[\w-]{1,64})\/(?<network>mainnet|testnet|devnet)\/(?<expires>\d{10,11})\/(?<nonce>[0-9a-f]{32})$/

/**
 * Reads what {@link formatChallenge} wrote. It comes from whoever pasted it: nothing in it is proof of anything.
 *
 * @throws BaseError CHALLENGE_MALFORMED when it is no whole challenge
 */
export function parseChallenge(text: string): ShownChallenge {
  const { platform, workspace, userId, network, expires, nonce } = CHALLENGE.exec(text.trim())?.groups ?? {}
  if (workspace === undefined || userId === undefined || nonce === undefined) {
    throw new BaseError({
      code: 'CHALLENGE_MALFORMED',
      shortMessage:
        'This is not a whole challenge of /medikey link: copy it again, from medikey-link/ to its last digit, without a space or a line break in it.',
    })
  }
  return {
    account: { platform: platform as Platform, workspace, userId },
    network: network as ShownChallenge['network'],
    expiresAt: new Date(Number(expires) * 1000),
    nonce,
  }
}
