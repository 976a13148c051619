import type { createClient } from '@stacks/blockchain-api-client'
import type { StacksNetwork } from '@stacks/network'
import type { FeeBounds } from './types/FeeBounds.ts'
import type { Network } from './types/Network.ts'

/** What every action is handed: the client's options, checked and made ready once. */
export type ClientContext = {
  readonly network: Network
  /** With the configured API as its client, so that stacks.js has nowhere else to go. */
  readonly stacksNetwork: StacksNetwork
  readonly contract: string
  readonly contractAddress: string
  readonly contractName: string
  readonly apiUrl: string
  readonly fee: Required<FeeBounds>
  /** Bounded in time, with the API key, and failing only with this package's errors. */
  readonly fetch: typeof fetch
  /** The `/extended` routes, over the same fetch. */
  readonly api: ReturnType<typeof createClient>
}
