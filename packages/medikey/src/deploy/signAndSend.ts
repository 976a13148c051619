import { type ContractClient, type Signer, TransactionRejectedError } from '@medikey/contract-client'
import { BaseError } from '@medikey/errors'
import type { DeployPlan } from './DeployPlan.ts'
import type { KeptDeployment } from './KeptDeployment.ts'
import type { DeploymentFile } from './openDeploymentFile.ts'

/**
 * Signs the planned deployment, keeps it, and only then sends it: from here on it is found again, whatever happens.
 *
 * @throws TransactionRejectedError when the node refused it; then nothing of it is kept
 */
export async function signAndSend(
  deps: {
    client: Pick<ContractClient, 'prepareDeployment' | 'broadcast'>
    file: DeploymentFile
    say: (line: string) => void
  },
  options: { signer: Signer; plan: DeployPlan; genesisHash: string | null },
): Promise<KeptDeployment> {
  const { client, file, say } = deps
  const { signer, plan, genesisHash } = options
  const { network, contract, nonce, fee, sourceSha256 } = plan
  const signed = await client.prepareDeployment({ signer, nonce, fee })
  const deployment: KeptDeployment = {
    version: 1,
    network,
    contract,
    sourceSha256,
    genesisHash,
    ...signed,
  }
  await file.write(deployment)
  say(`Signed and kept in ${file.path}: if this is interrupted, the same command goes on with it.`)
  try {
    await client.broadcast(signed)
  } catch (error) {
    // The node has looked at these bytes for the first time and not taken them: they cannot be mined.
    if (error instanceof TransactionRejectedError) await file.remove()
    // Nobody knows whether it arrived: whoever follows it looks, and sends the same bytes again.
    if (error instanceof TransactionRejectedError || !(error instanceof BaseError && error.retryable))
      throw error
  }
  return deployment
}
