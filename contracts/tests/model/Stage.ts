import type { Vault } from '../simnet/createVault.ts'
import type { Call } from './Call.ts'
import type { Cast } from './Cast.ts'
import type { VaultState } from './VaultState.ts'

/** One vault, its cast, and all that is known of the vault so far. */
export type Stage = {
  readonly vault: Vault
  readonly cast: Cast
  /** What the model says the vault holds. */
  predicted: VaultState
  /** What the vault was seen to hold. */
  observed: VaultState
  /** What the printed events rebuild. */
  replayed: VaultState
  /** Sum of the draws answered ok, by record. */
  readonly drawn: Map<bigint, bigint>
  lastCall?: Call
  /** Every call with its answer, to tell how it came to a failure. */
  readonly history: string[]
}
