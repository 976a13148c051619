import { BaseError } from '@medikey/errors'
import { publicKeyFromSignatureVrs } from '@stacks/transactions'
import { SignerError } from '../errors/SignerError.ts'
import type { Signer } from '../types/Signer.ts'
import { curveOrder } from './curveOrder.ts'
import { parseSignature } from './parseSignature.ts'

/**
 * A signer's signature of a digest as the chain carries it: recovery id, r, s, as 130 hex digits. Its S is
 * low, because nodes refuse a high one and external signers give either, and it recovers to the signer's key.
 */
export async function signDigest(signer: Signer, digest: string): Promise<string> {
  const { address, publicKey } = signer
  let given: string
  try {
    given = await signer.sign(digest)
  } catch (cause) {
    if (cause instanceof BaseError) throw cause
    throw new SignerError({ address, problem: 'failed', cause })
  }
  const signature = parseSignature(given)
  if (signature === null) throw new SignerError({ address, problem: 'returned neither r‖s nor DER' })

  const s = signature.s > curveOrder / 2n ? curveOrder - signature.s : signature.s
  const rs = toHex(signature.r) + toHex(s)
  for (const recoveryId of ['00', '01', '02', '03']) {
    if (recover(digest, recoveryId + rs) === publicKey) return recoveryId + rs
  }
  throw new SignerError({ address, problem: 'signed with another key than its public key' })
}

function toHex(value: bigint): string {
  return value.toString(16).padStart(64, '0')
}

function recover(digest: string, vrs: string): string | null {
  try {
    return publicKeyFromSignatureVrs(digest, vrs)
  } catch {
    return null
  }
}
