import { createPrivateKeySigner, type Network, type Signer } from '@medikey/contract-client'
import { BaseError } from '@medikey/errors'
import type { Places } from '@medikey/runtime'
import { isLocalChain } from '../compose/isLocalChain.ts'
import { getPersona } from '../demo/getPersona.ts'
import type { Persona } from '../demo/Persona.ts'

/**
 * The public key of somebody of the demo, for a challenge of a chain where it is nobody else's either.
 *
 * @throws BaseError PERSONA_NOT_HERE anywhere but on a devnet beside a local chain that answers
 */
export async function openPersona(
  places: Pick<Places, 'stacksApiUrl' | 'chainPort'>,
  options: { handle: Persona['handle']; network: Network },
): Promise<Signer> {
  const { handle, network } = options
  const apiUrl = places.stacksApiUrl ?? `http://127.0.0.1:${places.chainPort}`
  if (network === 'devnet' && (await isLocalChain(apiUrl))) {
    const { privateKey } = getPersona(handle)
    return createPrivateKeySigner({ privateKey, network })
  }
  throw new BaseError({
    code: 'PERSONA_NOT_HERE',
    shortMessage: `The keys of the demo’s people are public, so they sign only for a devnet beside a local chain, and ${network === 'devnet' ? `none answers on ${apiUrl}: start one with "medikey start", or name its port with MEDIKEY_CHAIN_PORT` : `this challenge is for ${network}: sign with a key of your own`}.`,
  })
}
