import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Chain } from '../chain/Chain.ts'
import type { Faucet } from '../faucet/Faucet.ts'
import type { Miner } from '../mining/Miner.ts'
import type { Account } from '../project/Account.ts'
import type { Faults } from './Faults.ts'

/** What every route may use. */
export type RouteDeps = {
  readonly chain: Chain
  readonly miner: Miner
  readonly accounts: readonly Account[]
  readonly token: string
  readonly faults: Faults
  readonly faucet: Faucet
  /** Told of what went wrong where nobody waits for an answer. */
  readonly onError: (error: unknown) => void
  /** Begins the chain anew. */
  readonly reset: () => Promise<void>
}

export type App = Hono<{ Bindings: HttpBindings }>
