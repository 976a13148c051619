import { createPrivateKeySigner, type Network, type Signer } from '@medikey/contract-client'
import { BaseError } from '@medikey/errors'
import type { Places } from '@medikey/runtime'
import type { CommandContext } from '../commands/CommandContext.ts'
import { openKeystore } from '../keys/openKeystore.ts'
import { readKey } from '../keys/readKey.ts'
import { hasKeystoreFile } from '../keystore/hasKeystoreFile.ts'
import { toStoredKey } from '../keystore/toStoredKey.ts'

/** Where the key is taken from. */
export type KeySource = {
  readonly network: Network
  /** Whose key it has to be; null where one is enough. */
  readonly principal: string | null
  /** Type or pipe a key although there is a keystore. */
  readonly isGiven: boolean
  /** Which account of a mnemonic. */
  readonly index: number
}

/**
 * Opens the key that proves who somebody is: the keystore's, or where there is none what is typed at a hidden prompt or
 * piped in.
 *
 * @throws BaseError SIGNING_KEY_UNKNOWN, and what the keystore and the prompt throw
 */
export async function openSigner(
  context: Pick<CommandContext, 'stdin' | 'stderr'>,
  options: KeySource & { places: Pick<Places, 'keystorePath' | 'keystorePassphrase'> },
): Promise<Signer> {
  const { places, network, principal, isGiven, index } = options
  if (!isGiven && hasKeystoreFile(places.keystorePath)) return openStored(context, options)
  const { privateKey } = await toStoredKey(await readKey(context, { name: 'given', index, network }))
  const signer = createPrivateKeySigner({ privateKey, network })
  if (principal === null || principal === signer.address) return signer
  throw unknown(
    `The key that was given is that of ${signer.address}, not of ${principal}: give the right one, or another --index.`,
  )
}

async function openStored(
  context: Pick<CommandContext, 'stdin' | 'stderr'>,
  options: KeySource & { places: Pick<Places, 'keystorePath' | 'keystorePassphrase'> },
): Promise<Signer> {
  const { places, network, principal } = options
  const keystore = await openKeystore(context, { config: places })
  const keys = keystore.list().filter((key) => key.network === network)
  const [key, second] = principal === null ? keys : keys.filter((each) => each.principal === principal)
  if (second !== undefined) {
    const names = keys.map((each) => `${each.principal} (${each.name})`).join(', ')
    throw unknown(
      `The keystore has several keys of ${network}: say with --principal which is yours, of ${names}.`,
    )
  }
  const signer = key === undefined ? null : keystore.getSigner(key.principal)
  if (signer !== null) return signer
  throw unknown(
    `The keystore ${places.keystorePath} has no key of ${network}${principal === null ? '' : ` for ${principal}`}: "medikey keys list" shows which there are; say --other-key to give another one.`,
  )
}

const unknown = (shortMessage: string) => new BaseError({ code: 'SIGNING_KEY_UNKNOWN', shortMessage })
