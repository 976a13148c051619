import { getAddressFromPublicKey, privateKeyToPublic, signMessageHashRsv } from '@stacks/transactions'
import { InvalidArgumentError } from '../errors/InvalidArgumentError.ts'
import { toStacksNetwork } from '../principals/toStacksNetwork.ts'
import type { Network } from '../types/Network.ts'
import type { Signer } from '../types/Signer.ts'

/**
 * A signer for a private key in memory. The key is in no property of it: printing, logging or serializing the
 * signer shows the address and the public key.
 *
 * @param o.privateKey - 64 hex digits, or 66 that end in 01.
 * @param o.network - The network that the address is for.
 * @throws InvalidArgumentError when it is no private key; the message never holds it.
 *
 * @example
 * const signer = createPrivateKeySigner({ privateKey, network: 'devnet' })
 * await client.prepare({ call, signer, nonce: 0n })
 */
export function createPrivateKeySigner(o: { privateKey: string; network: Network }): Signer {
  const key = o.privateKey.replace(/^0x/, '')
  if (!/^[0-9a-f]{64}(01)?$/i.test(key)) throw refuse()
  const compressed = `${key.slice(0, 64)}01`
  const publicKey = derivePublicKey(compressed)
  return Object.freeze({
    address: getAddressFromPublicKey(publicKey, toStacksNetwork(o.network)),
    publicKey,
    sign: async (digest: string) =>
      signMessageHashRsv({ messageHash: digest, privateKey: compressed }).slice(0, 128),
  })
}

function derivePublicKey(privateKey: string): string {
  try {
    const publicKey = privateKeyToPublic(privateKey)
    if (typeof publicKey === 'string') return publicKey
  } catch {
    // The library's message is not passed on: it could quote the key.
  }
  throw refuse()
}

function refuse(): InvalidArgumentError {
  return new InvalidArgumentError({
    argument: 'privateKey',
    problem:
      'The private key is not one of secp256k1: it must be 64 hexadecimal digits, or 66 that end in 01.',
  })
}
