import type { Block } from './chain/Block.ts'
import type { Faucet } from './faucet/Faucet.ts'
import type { Miner } from './mining/Miner.ts'
import type { Account } from './project/Account.ts'

/** A running local chain. */
export type LocalChain = {
  /** Base URL of node and API, without a slash at the end. */
  readonly url: string
  /** Bearer token of everything under `/local/`. */
  readonly token: string
  /** The accounts of settings/Devnet.toml, with their keys. */
  readonly accounts: readonly Account[]
  /** The project's contracts, in the order of their deployment. `standsFor` names a requirement's original. */
  readonly contracts: readonly { readonly contractId: string; readonly standsFor: string | null }[]
  readonly getTip: () => Block
  readonly mine: Miner['mine']
  readonly advanceTenures: Miner['advanceTenures']
  /** Orphans the newest blocks, oldest first in the answer, and returns when the VM is made again without them. */
  readonly reorg: (reorg: { blocks: number; empty?: number | undefined }) => Promise<Block[]>
  readonly faucet: Faucet['give']
  readonly getMining: Miner['getMining']
  /** Changes how the chain mines, until it ends. */
  readonly setMining: Miner['setMining']
  readonly pause: Miner['pause']
  readonly resume: Miner['resume']
  /**
   * Makes it another chain that has just begun, on the same port: with the contracts deployed and without
   * everything that happened. What the data directory held is gone. Faults are forgotten; how it mines, and
   * whether it is paused, stays. WebSocket subscriptions stay too, and are not told of it.
   */
  readonly reset: () => Promise<void>
  /** Stops mining and listening, and lets the data directory go. Open connections are cut. */
  readonly close: () => Promise<void>
}
