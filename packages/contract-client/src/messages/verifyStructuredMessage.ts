import { getAddressFromPublicKey, publicKeyFromSignatureRsv } from '@stacks/transactions'
import { toStacksNetwork } from '../principals/toStacksNetwork.ts'
import { curveOrder } from '../signing/curveOrder.ts'
import type { Network } from '../types/Network.ts'
import type { StructuredMessage } from '../types/StructuredMessage.ts'
import { hashStructuredMessage } from './hashStructuredMessage.ts'

/**
 * What a signature proves: `valid`, that the principal's key signed this very message. `malformed`: it is no signature;
 * `high-s`: it is the second form that anybody can make of a signature; `foreign`: another key signed, or something else.
 */
export type StructuredVerdict = 'valid' | 'malformed' | 'high-s' | 'foreign'

// stacks.js reads whatever follows r as s, takes any length above 128 and both forms of s: all of it is checked here.
const recoverable = /^(?:0x)?(?<r>[0-9a-f]{64})(?<s>[0-9a-f]{64})(?<v>0[0-3])$/i

/**
 * Judges a signature of a message (SIP-018): the key is recovered from it and has to be the principal's on the network.
 * An account of several keys, or of an uncompressed one, cannot prove anything this way.
 *
 * @param o.signature - `r‖s‖v` as 130 hex digits, with 0x or without.
 * @throws InvalidArgumentError when a field cannot be encoded
 *
 * @example
 * const verdict = verifyStructuredMessage({ message, network: 'devnet', principal, signature })
 */
export function verifyStructuredMessage(o: {
  message: StructuredMessage
  network: Network
  principal: string
  signature: string
}): StructuredVerdict {
  const digest = hashStructuredMessage(o)
  const { r, s, v } = recoverable.exec(o.signature)?.groups ?? {}
  if (r === undefined || s === undefined || v === undefined) return 'malformed'
  // The rule of the nodes: of the two forms that are equally right only one counts.
  if (BigInt(`0x${s}`) > curveOrder / 2n) return 'high-s'
  const publicKey = recover(digest, r + s + v)
  if (publicKey === null) return 'malformed'
  return getAddressFromPublicKey(publicKey, toStacksNetwork(o.network)) === o.principal ? 'valid' : 'foreign'
}

/** Null where no key can have signed so: a number out of range, or a point off the curve. */
function recover(digest: string, rsv: string): string | null {
  try {
    return publicKeyFromSignatureRsv(digest, rsv)
  } catch {
    return null
  }
}
