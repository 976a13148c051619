import { createPrivateKeySigner } from '@medikey/contract-client'
import { personas } from '../demo/personas.ts'
import { derivePrivateKey } from './derivePrivateKey.ts'
import type { NewKey } from './Keystore.ts'
import { KeystoreError } from './KeystoreError.ts'
import type { StoredKey } from './keystoreSchema.ts'
import { toKeyName } from './toKeyName.ts'

/**
 * Judges a new key and brings it to the form in which it is kept.
 *
 * @throws {KeystoreError} KEY_INVALID or KEY_PUBLIC; InvalidArgumentError for what is no private key
 */
export async function toStoredKey(newKey: NewKey): Promise<StoredKey> {
  const { network } = newKey
  const name = toKeyName(newKey.name)
  const given =
    'mnemonic' in newKey
      ? await derivePrivateKey({ mnemonic: newKey.mnemonic.reveal(), index: newKey.index })
      : newKey.privateKey.reveal().trim().toLowerCase()
  const privateKey = `${given.replace(/^0x/, '').slice(0, 64)}01`
  // Refuses what is no key, with the length as it was given.
  const { address } = createPrivateKeySigner({ privateKey: given, network })
  if (network !== 'devnet' && personas.some((persona) => persona.privateKey === privateKey))
    throw new KeystoreError({
      code: 'KEY_PUBLIC',
      shortMessage: `This key is published with every development chain, so anybody can sign with it: use a key of your own on ${network}.`,
    })
  return { name, network, principal: address, privateKey, addedAt: new Date().toISOString() }
}
