import { BaseError } from '@medikey/errors'
import type { Config, Secret } from '@medikey/runtime'
import type { CommandContext } from '../commands/CommandContext.ts'
import { createKeystore } from '../keystore/createKeystore.ts'
import { hasKeystoreFile } from '../keystore/hasKeystoreFile.ts'
import type { Keystore } from '../keystore/Keystore.ts'
import { KeystoreError } from '../keystore/KeystoreError.ts'
import { requireStrong } from '../keystore/requireStrong.ts'
import { askSecret } from './askSecret.ts'

/**
 * Opens the configured keystore with the passphrase from the environment, else from a hidden prompt; a new keystore's is
 * asked twice.
 *
 * @throws KeystoreError, or a BaseError when there is no passphrase and nobody to ask
 */
export async function openKeystore(
  context: Pick<CommandContext, 'stdin' | 'stderr'>,
  options: { config: Pick<Config, 'keystorePath' | 'keystorePassphrase'> },
): Promise<Keystore> {
  const { keystorePath: path, keystorePassphrase } = options.config
  const passphrase = keystorePassphrase ?? (await askPassphrase(context, { isNew: !hasKeystoreFile(path) }))
  try {
    return await createKeystore({ path, passphrase })
  } catch (error) {
    const isMistyped = error instanceof KeystoreError && error.code === 'KEYSTORE_WRONG_PASSPHRASE'
    if (!isMistyped || keystorePassphrase !== null) throw error
    throw new KeystoreError({
      code: 'KEYSTORE_WRONG_PASSPHRASE',
      shortMessage: `The passphrase does not open the keystore ${path}: run the command again and type the one that it was made with.`,
    })
  }
}

async function askPassphrase(
  context: Pick<CommandContext, 'stdin' | 'stderr'>,
  options: { isNew: boolean },
): Promise<Secret> {
  if (!context.stdin.isTTY) {
    throw new BaseError({
      code: 'PASSPHRASE_MISSING',
      shortMessage:
        'The keystore needs its passphrase: set MEDIKEY_KEYSTORE_PASSPHRASE, or run this at a terminal.',
    })
  }
  if (!options.isNew) return askSecret(context, { message: 'Passphrase of the keystore:' })
  const first = await askSecret(context, {
    message: 'Passphrase of the new keystore (at least 12 characters):',
    judge: requireStrong,
  })
  const second = await askSecret(context, { message: 'The same passphrase again:' })
  if (first.reveal() === second.reveal()) return first
  throw new BaseError({
    code: 'PASSPHRASE_MISTYPED',
    shortMessage: 'The two passphrases differ, so nothing was changed: run the command again.',
  })
}
