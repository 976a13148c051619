import type { Config } from '@medikey/runtime'
import { createKeystore } from '../keystore/createKeystore.ts'
import { hasKeystoreFile } from '../keystore/hasKeystoreFile.ts'
import type { Keystore } from '../keystore/Keystore.ts'

/**
 * Opens the keystore where there is one and its passphrase is known. Without it MediKey runs and signs nothing: whoever
 * asks for something that needs a key is told so.
 *
 * @param options.say told why there is no keystore
 * @throws KeystoreError when the file does not open
 */
export async function openKeystore(options: {
  config: Pick<Config, 'keystorePath' | 'keystorePassphrase' | 'demo' | 'network'>
  say: (line: string) => void
}): Promise<Keystore | null> {
  const { config, say } = options
  const { keystorePath: path, keystorePassphrase: passphrase, demo, network } = config
  if (!hasKeystoreFile(path)) {
    const signs =
      network === 'devnet' ? 'only the public keys of a local chain can sign' : 'nothing can be signed'
    if (!demo) say(`There is no keystore at ${path}, so ${signs}: add keys with medikey keys add.`)
    return null
  }
  if (passphrase === null) {
    say(`The keystore ${path} stays closed, so its keys sign nothing: set MEDIKEY_KEYSTORE_PASSPHRASE.`)
    return null
  }
  return createKeystore({ path, passphrase, mustExist: true })
}
