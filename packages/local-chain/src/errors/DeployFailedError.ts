import { LocalChainError } from './LocalChainError.ts'

/** A contract of the project was refused by the VM. */
export class DeployFailedError extends LocalChainError {
  override readonly name = 'DeployFailedError'
  /** @param place `path:line:column` where it is known. */
  constructor({
    contractId,
    problem,
    place = null,
  }: { contractId: string; problem: string; place?: string | null }) {
    super({
      code: 'LOCAL_CHAIN_DEPLOY_FAILED',
      shortMessage: `${contractId} could not be deployed, correct the contract: ${problem}${place === null ? '' : `, at ${place}`}`,
    })
  }
}
