import { createPrivateKeySigner, type Signer } from '@medikey/contract-client'
import { personas } from '../demo/personas.ts'
import type { Keystore } from '../keystore/Keystore.ts'

/** The keys that MediKey may sign with: the keystore's, and on a local chain the personas' public ones. */
export function createGetSigner(options: {
  keystore: Pick<Keystore, 'getSigner'> | null
  isLocal: boolean
}): (principal: string) => Signer | null {
  const { keystore, isLocal } = options
  const demo = new Map(
    isLocal
      ? personas.map(({ principal, privateKey }) => [
          principal,
          createPrivateKeySigner({ privateKey, network: 'devnet' }),
        ])
      : [],
  )
  return (principal) => keystore?.getSigner(principal) ?? demo.get(principal) ?? null
}
