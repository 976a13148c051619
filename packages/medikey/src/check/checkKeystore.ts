import type { Config } from '@medikey/runtime'
import { createKeystore } from '../keystore/createKeystore.ts'
import { hasKeystoreFile } from '../keystore/hasKeystoreFile.ts'
import type { Check } from './Check.ts'
import { toFailedCheck } from './toFailedCheck.ts'

/** Says whether the keystore opens, and for whom of medikey.yaml MediKey can sign. */
export async function checkKeystore(
  config: Pick<Config, 'keystorePath' | 'keystorePassphrase' | 'identities' | 'network'>,
  options: { isLocal: boolean },
): Promise<Check> {
  const { keystorePath: path, keystorePassphrase: passphrase, identities, network } = config
  const name = 'keystore'
  try {
    if (!hasKeystoreFile(path)) {
      const detail = options.isLocal
        ? `There is none at ${path}. A local chain needs none: the keys of its accounts are public.`
        : `There is none at ${path}, so nothing can be signed. Add the physicians’ keys: medikey keys add.`
      return { name, ok: options.isLocal, detail }
    }
    if (passphrase === null) {
      const detail = `${path} is there, but MEDIKEY_KEYSTORE_PASSPHRASE is not set. Set it, or nothing can be signed.`
      return { name, ok: false, detail }
    }
    const keystore = await createKeystore({ path, passphrase, mustExist: true })
    const keys = keystore.list().filter((key) => key.network === network)
    const without = identities.filter(({ principal }) => keystore.getSigner(principal) === null)
    const count = `${path} opens and holds ${keys.length} ${keys.length === 1 ? 'key' : 'keys'} of ${network}.`
    const names = without.map((identity) => identity.name).join(', ')
    const missing =
      without.length === 0
        ? ''
        : ` None for ${names}: only a physician who asks for grants or revokes needs one.`
    return { name, ok: true, detail: count + missing }
  } catch (error) {
    return toFailedCheck(name, error)
  }
}
