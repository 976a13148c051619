import { BaseError } from '@medikey/errors'

/** The node refused to run a read-only function of the contract. */
export class ContractReadError extends BaseError {
  override readonly name: string = 'ContractReadError'

  constructor(o: { contract: string; functionName: string; reason: string }) {
    super({
      code: 'CONTRACT_READ_FAILED',
      shortMessage: `The node could not run ${o.functionName} of ${o.contract}. Check that the contract is medvault and the node's read limits are not below the default.`,
      metaMessages: [`cause: ${o.reason.slice(0, 300)}`],
      userMessage: 'The medical record contract could not be read. Tell your administrator.',
    })
  }
}
