import { createPrivateKeySigner, signStructuredMessage } from '@medikey/contract-client'
import { parseChallenge } from '../src/identities/parseChallenge.ts'
import { toLinkMessage } from '../src/identities/toLinkMessage.ts'
import { type Handle, people } from './createClinic.ts'

/** Clarinet's public devnet keys: no secret, and worth nothing outside a devnet. */
const keys: Readonly<Record<Handle, string>> = {
  cmo: '753b7cc01a1a2e86221266a154af739463fce51219d97e4f856cd7200c3bd2a6',
  alice: '7287ba251d44a4d3fd9276c88ce34c5c52a038955511cccaf77e61068649c178',
  ben: '530d9f61984c888536871c6573073bdfc0058896dc1adfe9a6a10dfacadc2091',
  nadia: 'd655b2523bcd65e34889725c73064feb17ceb796831c0e111ba1a552b0f31b39',
  tom: 'f9d7206a47f14d2870c163ebab4bf3e70d18f5d14ce1031f3902fbbc894fe4c7',
  ines: '3eccc5dac8056590432db6a35d52b9896876a3d5cbdea53b72400bc9c2099fe8',
}

/**
 * Signs a challenge with the key of somebody of the clinic, as `medikey identity sign` does.
 *
 * @param options.shown whatever holds the challenge, such as the message of `/medikey link` as JSON
 * @example
 * const { message } = await beginLink(deps, { account, delivery: 'd1' })
 * const proof = await signChallenge({ shown: JSON.stringify(message), handle: 'alice' })
 * await proveLink(deps, { account, delivery: 'd2', ...proof })
 */
export async function signChallenge(options: {
  shown: string
  handle: Handle
}): Promise<{ principal: string; signature: string }> {
  const { shown, handle } = options
  const challenge = parseChallenge(/medikey-link\/[\w/-]+/.exec(shown)?.[0] ?? '')
  const { network } = challenge
  const principal = people[handle]
  const signer = createPrivateKeySigner({ privateKey: keys[handle], network })
  const message = toLinkMessage({ challenge, principal })
  return { principal, signature: await signStructuredMessage({ message, signer, network }) }
}
