import { LocalChainError } from './LocalChainError.ts'

/** A contract of the project was refused by the VM. */
export class DeployFailedError extends LocalChainError {
  override readonly name = 'DeployFailedError'
  constructor({ contractId, problem }: { contractId: string; problem: string }) {
    super({
      code: 'LOCAL_CHAIN_DEPLOY_FAILED',
      shortMessage: `${contractId} could not be deployed, correct the contract: ${problem}`,
    })
  }
}
