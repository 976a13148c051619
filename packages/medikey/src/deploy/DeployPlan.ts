import type { Network } from '@medikey/contract-client'

/** What a deployment would do and cost, before anything is signed. Amounts are µSTX. */
export type DeployPlan = {
  readonly network: Network
  readonly apiUrl: string
  readonly contract: string
  /** Signs, pays, and becomes the Chief Medical Officer. */
  readonly deployer: string
  /** Where the deployer's key came from. */
  readonly keyOrigin: string
  readonly nonce: bigint
  /** Transactions of the deployer that are not mined yet. */
  readonly pending: number
  readonly fee: bigint
  readonly balance: bigint
  readonly clarityVersion: number
  readonly sourceBytes: number
  /** 64 hex digits. */
  readonly sourceSha256: string
}
