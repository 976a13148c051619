import type { Account } from './Account.ts'
import type { ProjectContract } from './ProjectContract.ts'

/** A Clarinet project as far as a local chain needs it. */
export type Project = {
  readonly manifestPath: string
  readonly accounts: readonly Account[]
  /** In an order in which they can be deployed. */
  readonly contracts: readonly ProjectContract[]
  /** µSTX a byte that a deployment pays. */
  readonly deploymentFeeRate: bigint
}
