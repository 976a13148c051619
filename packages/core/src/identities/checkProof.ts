import { parsePrincipal, type StructuredVerdict, verifyStructuredMessage } from '@medikey/contract-client'
import type { Deps } from '../Deps.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import type { Account } from '../model/Account.ts'
import type { ShownChallenge } from '../model/ShownChallenge.ts'
import { createUsedError } from './createUsedError.ts'
import { toLinkMessage } from './toLinkMessage.ts'

/** A proof that holds. */
export type Proof = {
  readonly challenge: ShownChallenge
  readonly principal: string
  readonly signature: string
}

/**
 * Checks that a signature proves the account to be the principal. What was signed is put together from the account that
 * speaks and from what it was given here, never from what it sends.
 *
 * @returns what was signed, and with which signature: enough for anybody to check it again
 * @throws RefusalError or InvalidPrincipalError whose sentence says what is wrong
 */
export async function checkProof(
  deps: Pick<Deps, 'store' | 'clock' | 'settings'>,
  options: { account: Account; principal: string; signature: string },
): Promise<Proof> {
  const { account } = options
  const signature = options.signature.trim().toLowerCase().replace(/^0x/, '')
  const { network } = deps.settings
  const principal = parsePrincipal({ value: options.principal, network })
  if (principal.includes('.')) {
    throw new RefusalError({
      code: 'CONTRACT_PRINCIPAL',
      message: `${principal} is a contract, which has no key and so can prove nothing. Give the principal of your own key.`,
    })
  }
  const challenge = await deps.store.getLinkChallenge(account)
  if (challenge === null) {
    throw new RefusalError({
      code: 'NO_CHALLENGE',
      message:
        'There is nothing of yours to prove yet: type /medikey link first, and sign what you are given.',
    })
  }
  if (challenge.usedAt !== null) throw createUsedError()
  if (deps.clock.now() > challenge.expiresAt) {
    throw new RefusalError({
      code: 'CHALLENGE_EXPIRED',
      message: 'Your challenge was good for ten minutes, which are over. Type /medikey link for a new one.',
    })
  }
  const shown = { ...challenge, network }
  const message = toLinkMessage({ challenge: shown, principal })
  const verdict = verifyStructuredMessage({ message, network, principal, signature })
  if (verdict !== 'valid') throw refuse(verdict, { account, principal, network })
  return { challenge: shown, principal, signature }
}

function refuse(
  verdict: Exclude<StructuredVerdict, 'valid'>,
  options: { account: Account; principal: string; network: string },
): RefusalError {
  const { account, principal, network } = options
  const { platform, workspace, userId } = account
  switch (verdict) {
    case 'malformed':
      return new RefusalError({
        code: 'SIGNATURE_MALFORMED',
        message:
          'This is no signature: it has 130 hexadecimal digits, r, s and then the recovery id 00 to 03. Paste the whole line that medikey identity sign prints.',
      })
    case 'high-s':
      return new RefusalError({
        code: 'SIGNATURE_HIGH_S',
        message:
          'This signature has a high s, a second form that anybody can make of somebody’s signature, so it is not taken. Sign with medikey identity sign, or with a wallet that gives a low s, as the network demands it.',
      })
    case 'foreign':
      return new RefusalError({
        code: 'SIGNATURE_FOREIGN',
        message: `This is not the signature of ${principal} for the challenge that is open for you (${platform} user ${userId} of workspace ${workspace}, on ${network}): it was made with another key, or for another challenge, account, workspace, platform or network. Type /medikey link and sign what you are given there.`,
      })
  }
}
