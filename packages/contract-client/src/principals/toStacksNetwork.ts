import { STACKS_DEVNET, STACKS_MAINNET, STACKS_TESTNET, type StacksNetwork } from '@stacks/network'
import type { Network } from '../types/Network.ts'

/** The chain id, transaction version and address versions of a network. Its `client` is a public host: never use it. */
export function toStacksNetwork(network: Network): StacksNetwork {
  if (network === 'mainnet') return STACKS_MAINNET
  return network === 'testnet' ? STACKS_TESTNET : STACKS_DEVNET
}
