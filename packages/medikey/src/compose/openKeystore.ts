import type { Signer } from '@medikey/contract-client'
import type { Config } from '@medikey/runtime'

/** The keystore's signers, decrypted once; null where there is no keystore. */
export async function openKeystore(_options: {
  config: Pick<Config, 'keystorePath' | 'keystorePassphrase' | 'network'>
  say: (line: string) => void
}): Promise<((principal: string) => Signer | null) | null> {
  return null
}
