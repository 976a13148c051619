import secp256k1 from 'secp256k1'

const halfOrder = Buffer.from('7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0', 'hex')

/**
 * The public key that made a signature, by libsecp256k1. Null when none can have made it, and, as nodes
 * require since their mempool refuses malleable transaction ids, when its s is in the upper half.
 *
 * @param signature Hex of the recovery id, r and s: 65 bytes.
 */
export function recoverPublicKey({
  hash,
  signature,
  compressed,
}: {
  hash: string
  signature: string
  compressed: boolean
}): Uint8Array | null {
  const bytes = Buffer.from(signature, 'hex')
  const recoveryId = bytes[0]
  if (bytes.length !== 65 || recoveryId === undefined || recoveryId > 3) return null
  if (Buffer.compare(bytes.subarray(33), halfOrder) > 0) return null
  try {
    return secp256k1.ecdsaRecover(bytes.subarray(1), recoveryId, Buffer.from(hash, 'hex'), compressed)
  } catch {
    return null
  }
}
