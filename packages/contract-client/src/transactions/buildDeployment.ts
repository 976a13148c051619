import {
  makeUnsignedContractDeploy,
  PostConditionMode,
  type StacksTransactionWire,
} from '@stacks/transactions'
import type { ClientContext } from '../ClientContext.ts'
import { clarityVersion, contractSource } from '../generated/contractSource.ts'

/** The transaction that deploys medvault under the client's contract name, unsigned and with a fee of 0. */
export async function buildDeployment(
  context: ClientContext,
  o: { publicKey: string; nonce: bigint },
): Promise<StacksTransactionWire> {
  return makeUnsignedContractDeploy({
    contractName: context.contractName,
    codeBody: contractSource,
    clarityVersion,
    publicKey: o.publicKey,
    network: context.stacksNetwork,
    postConditionMode: PostConditionMode.Deny,
    nonce: o.nonce,
    // Named, or stacks.js would go and ask for one.
    fee: 0n,
  })
}
