import type { ClarityAbi } from '@stacks/transactions'

/** A contract that stands on the chain. */
export type DeployedContract = {
  readonly contractId: string
  readonly txid: string
  readonly height: number
  readonly source: string
  readonly clarityVersion: number | null
  readonly abi: ClarityAbi
}
