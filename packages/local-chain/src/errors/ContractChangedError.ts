import { LocalChainError } from './LocalChainError.ts'

/** A contract of the project differs from the one that this chain's journal deployed. */
export class ContractChangedError extends LocalChainError {
  override readonly name = 'ContractChangedError'
  constructor({ contractId, dataDir }: { contractId: string; dataDir: string }) {
    super({
      code: 'LOCAL_CHAIN_CONTRACT_CHANGED',
      shortMessage: `${contractId} differs from the one deployed on the chain in ${dataDir}: deployed contracts cannot change, start over with --fresh.`,
    })
  }
}
