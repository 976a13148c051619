import type { Call } from './Call.ts'
import type { VaultState } from './VaultState.ts'

/** One call and what the vault's own maps held before and after it. */
export type Transition = {
  readonly call: Call
  readonly cmo: string
  readonly before: VaultState
  readonly after: VaultState
  /** What the events printed so far, this call's among them, rebuild. */
  readonly replayed: VaultState
  /** The sum of all draws on each record that were answered ok, this one among them. */
  readonly drawn: ReadonlyMap<bigint, bigint>
}
