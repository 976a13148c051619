import { type Network, type Signer, signStructuredMessage } from '@medikey/contract-client'
import { formatProof, parseChallenge, toLinkMessage } from '@medikey/core'
import { BaseError } from '@medikey/errors'
import { loadPlaces } from '@medikey/runtime'
import type { CommandContext } from '../commands/CommandContext.ts'
import type { Persona } from '../demo/Persona.ts'
import { confirmSigning } from './confirmSigning.ts'
import { describeChallenge } from './describeChallenge.ts'
import { findNetwork } from './findNetwork.ts'
import { openPersona } from './openPersona.ts'
import { type KeySource, openSigner } from './openSigner.ts'

/**
 * Signs a challenge of `/medikey link` after it was told in words and confirmed, and prints what to paste. Nothing is
 * sent anywhere.
 *
 * @throws BaseError whose sentence says what to do: nothing was signed
 */
export async function runSign(
  context: CommandContext,
  options: Omit<KeySource, 'network'> & {
    challenge: string
    network: Network | null
    persona: Persona['handle'] | null
    confirmed: boolean
    json: boolean
  },
): Promise<void> {
  const { persona, confirmed, json, ...source } = options
  const { stdout, stderr } = context
  const challenge = parseChallenge(options.challenge)
  if (challenge.expiresAt.getTime() <= Date.now()) {
    throw new BaseError({
      code: 'CHALLENGE_EXPIRED',
      shortMessage: `This challenge was good until ${challenge.expiresAt.toISOString()}: type /medikey link for a new one, or set this machine’s clock right.`,
    })
  }
  const network = findNetwork(context, { named: options.network, challenged: challenge.network })
  const places = loadPlaces(context)
  const signer: Signer =
    persona === null
      ? await openSigner(context, { ...source, network, places })
      : await openPersona(places, { handle: persona, network })
  const principal = signer.address
  stderr.write(describeChallenge(challenge, { principal }))
  await confirmSigning(context, { confirmed })
  const signature = await signStructuredMessage({
    message: toLinkMessage({ challenge, principal }),
    signer,
    network,
  })
  const { account } = challenge
  const line = formatProof({ platform: account.platform, principal, signature })
  if (json) {
    stdout.write(`${JSON.stringify({ principal, signature, line, account, network })}\n`)
    return
  }
  stderr.write(`Paste this line where you typed /medikey link:\n`)
  stdout.write(`${line}\n`)
}
