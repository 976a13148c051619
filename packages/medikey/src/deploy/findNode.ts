import type { Network } from '@medikey/contract-client'
import { isLoopbackHost, type Places } from '@medikey/runtime'
import { isLocalChain } from '../compose/isLocalChain.ts'
import { DeployError } from './DeployError.ts'

/**
 * Finds the node to deploy through. Testnet and devnet have one chain id, so nothing that a node says of itself tells
 * them apart; where it is does: a devnet is on this machine, and MediKey's local chain is no testnet.
 *
 * @throws DeployError DEPLOY_NODE_MISSING or DEPLOY_NETWORK_WRONG
 * @example
 * const { apiUrl, isLocal } = await findNode(loadPlaces(context), { network: 'devnet' })
 */
export async function findNode(
  places: Pick<Places, 'stacksApiUrl' | 'chainPort'>,
  options: { network: Network },
): Promise<{ apiUrl: string /** A chain of ours on this machine. */; isLocal: boolean }> {
  const { network } = options
  const apiUrl = places.stacksApiUrl ?? (network === 'devnet' ? `http://127.0.0.1:${places.chainPort}` : null)
  if (apiUrl === null) {
    throw new DeployError({
      code: 'DEPLOY_NODE_MISSING',
      shortMessage: `STACKS_API_URL is missing: name a Stacks API of ${network} to deploy through.`,
    })
  }
  const isLocal = await isLocalChain(apiUrl)
  if (places.stacksApiUrl === null && !isLocal) {
    throw new DeployError({
      code: 'DEPLOY_NODE_MISSING',
      shortMessage: `No local chain answers on ${apiUrl}: start one with "medikey chain", or say in MEDIKEY_CHAIN_PORT or STACKS_API_URL where one is.`,
    })
  }
  if (network === 'devnet' && !isLoopbackHost(new URL(apiUrl).hostname)) {
    throw wrong(
      `${apiUrl} is not on this machine, and a devnet is: use --network testnet if it is the public testnet, or correct STACKS_API_URL.`,
    )
  }
  if (network !== 'devnet' && isLocal) {
    throw wrong(
      `${apiUrl} is a local chain, not ${network}: use --network devnet, or correct STACKS_API_URL.`,
    )
  }
  return { apiUrl, isLocal }
}

const wrong = (shortMessage: string) => new DeployError({ code: 'DEPLOY_NETWORK_WRONG', shortMessage })
