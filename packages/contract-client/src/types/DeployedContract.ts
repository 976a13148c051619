import type { Deployment } from './Deployment.ts'

/** A contract that stands on the chain, compared with the one that this client is of. */
export type DeployedContract = Deployment & {
  /** Whether it is medvault to the letter, in the same version of Clarity. */
  readonly isMedvault: boolean
}
