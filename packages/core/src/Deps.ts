import type { Signer } from '@medikey/contract-client'
import type { Directory } from './identities/createDirectory.ts'
import type { Clock } from './ports/Clock.ts'
import type { Ledger } from './ports/Ledger.ts'
import type { Store } from './ports/Store.ts'
import type { Settings } from './Settings.ts'

/** What core's functions are given: the whole outside world, made by the composition root. */
export type Deps = {
  readonly store: Store
  readonly ledger: Ledger
  readonly clock: Clock
  readonly directory: Directory
  /** The keys that MediKey may sign with; null for a principal whose key it does not have. */
  readonly getSigner: (principal: string) => Signer | null
  readonly settings: Settings
}
