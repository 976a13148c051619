import { createPrivateKeySigner, type Network, type Signer } from '@medikey/contract-client'
import type { Places } from '@medikey/runtime'
import type { CommandContext } from '../commands/CommandContext.ts'
import { getPersona } from '../demo/getPersona.ts'
import { openKeystore } from '../keys/openKeystore.ts'
import { readKey } from '../keys/readKey.ts'
import { hasKeystoreFile } from '../keystore/hasKeystoreFile.ts'
import { toStoredKey } from '../keystore/toStoredKey.ts'
import { DeployError } from './DeployError.ts'

/** Who deploys, and where their key came from. */
export type Deployer = { readonly signer: Signer; readonly origin: string }

/**
 * Opens the key that signs the deployment: one of the keystore by its name, on a local chain the public one of its
 * deployer, else what is typed at a hidden prompt or piped in.
 *
 * @throws DeployError DEPLOY_KEY_UNKNOWN, and what the keystore and the prompt throw
 */
export async function openDeployer(
  context: Pick<CommandContext, 'stdin' | 'stderr'>,
  options: { places: Places; network: Network; isLocal: boolean; keyName: string | null; index: number },
): Promise<Deployer> {
  const { places, network, isLocal, keyName, index } = options
  if (keyName !== null) return openStored(context, { places, network, keyName })
  if (isLocal) {
    const { privateKey } = getPersona('cmo')
    return {
      signer: createPrivateKeySigner({ privateKey, network }),
      origin: 'the public key of the local chain’s deployer',
    }
  }
  const typed = await toStoredKey(await readKey(context, { name: 'deployer', index, network }))
  return { signer: createPrivateKeySigner({ ...typed, network }), origin: 'the key that was given' }
}

async function openStored(
  context: Pick<CommandContext, 'stdin' | 'stderr'>,
  options: { places: Places; network: Network; keyName: string },
): Promise<Deployer> {
  const { places, network, keyName } = options
  const unknown = (shortMessage: string) => new DeployError({ code: 'DEPLOY_KEY_UNKNOWN', shortMessage })
  if (!hasKeystoreFile(places.keystorePath)) {
    throw unknown(
      `There is no keystore at ${places.keystorePath}: add the key with "medikey keys add --network ${network}", or leave --key out to type it.`,
    )
  }
  const keystore = await openKeystore(context, { config: places })
  const fitting = keystore
    .list()
    .filter((entry) => entry.network === network && [entry.name, entry.principal].includes(keyName))
  const [entry, second] = fitting
  if (second !== undefined) {
    const principals = fitting.map(({ principal }) => principal).join(', ')
    throw unknown(`Several keys of ${network} have that name: give --key one of ${principals}.`)
  }
  const signer = entry === undefined ? null : keystore.getSigner(entry.principal)
  if (entry === undefined || signer === null) {
    throw unknown(
      `The keystore has no key of ${network} with that name: "medikey keys list" shows which there are.`,
    )
  }
  return { signer, origin: `the key "${entry.name}" of the keystore` }
}
