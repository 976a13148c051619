import type { FeeBounds } from './FeeBounds.ts'
import type { Network } from './Network.ts'

/** Where the contract is and how it is reached. */
export type ContractClientOptions = {
  /** The Stacks API to talk to, and no other: `http://127.0.0.1:3999`. */
  readonly apiUrl: string
  /** Sent as `x-api-key`. */
  readonly apiKey?: string
  readonly network: Network
  /** The contract's principal: `ST….medvault`. */
  readonly contract: string
  /** How long one request may take, in milliseconds. Default 15000. */
  readonly timeoutMs?: number
  /** Default: 300 to 500000 µSTX. */
  readonly fee?: FeeBounds
  /** Default: the runtime's own. */
  readonly fetch?: typeof fetch
}
