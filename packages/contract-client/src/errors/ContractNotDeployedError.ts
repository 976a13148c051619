import { BaseError } from '@medikey/errors'

/** There is no such contract on this chain. */
export class ContractNotDeployedError extends BaseError {
  override readonly name: string = 'ContractNotDeployedError'

  constructor(o: { contract: string }) {
    super({
      code: 'CONTRACT_NOT_DEPLOYED',
      shortMessage: `The contract ${o.contract} is not deployed on this chain. Deploy it, or name the right contract and API in the configuration.`,
      userMessage: 'The medical record contract is not on this blockchain. Tell your administrator.',
    })
  }
}
