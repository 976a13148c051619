/** A contract that the project's Clarinet.toml names. */
export type ProjectContract = {
  readonly contractId: string
  readonly name: string
  readonly source: string
  /** Null leaves the choice to the chain, as an unversioned deployment does. */
  readonly clarityVersion: number | null
  /** The name of the account that deploys it. */
  readonly deployer: string
  /** The contract of another network whose place it takes here. */
  readonly standsFor?: string
}
