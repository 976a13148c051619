import { signDigest } from '../signing/signDigest.ts'
import type { Network } from '../types/Network.ts'
import type { Signer } from '../types/Signer.ts'
import type { StructuredMessage } from '../types/StructuredMessage.ts'
import { hashStructuredMessage } from './hashStructuredMessage.ts'

/**
 * Has a message signed as SIP-018 asks. Nothing is sent anywhere.
 *
 * @returns `r‖s‖v` as 130 hex digits: what wallets return for structured data. A transaction carries `v` first.
 * @throws SignerError, or InvalidArgumentError when a field cannot be encoded
 *
 * @example
 * await signStructuredMessage({ message, signer, network: 'devnet' })
 */
export async function signStructuredMessage(o: {
  message: StructuredMessage
  signer: Signer
  network: Network
}): Promise<string> {
  const vrs = await signDigest(o.signer, hashStructuredMessage(o))
  return vrs.slice(2) + vrs.slice(0, 2)
}
