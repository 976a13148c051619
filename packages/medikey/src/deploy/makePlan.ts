import { type ContractClient, clarityVersion } from '@medikey/contract-client'
import { DeployError } from './DeployError.ts'
import type { DeployPlan } from './DeployPlan.ts'
import type { Deployer } from './openDeployer.ts'
import { sourceFacts } from './sourceFacts.ts'

/**
 * Asks the chain what a deployment would cost.
 *
 * @param options.fee µSTX; without it the node's estimate
 * @param options.mostFee µSTX that no deployment passes
 * @throws DeployError DEPLOY_FEE_INVALID
 */
export async function makePlan(
  client: Pick<ContractClient, 'network' | 'contract' | 'getNonces' | 'getBalance' | 'estimateDeployment'>,
  options: { apiUrl: string; deployer: Deployer; fee: bigint | null; mostFee: bigint },
): Promise<DeployPlan> {
  const { apiUrl, deployer, mostFee } = options
  const { address, publicKey } = deployer.signer
  const [nonces, balance, estimate] = await Promise.all([
    client.getNonces({ principal: address }),
    client.getBalance({ principal: address }),
    client.estimateDeployment({ publicKey }),
  ])
  const fee = options.fee ?? estimate.fee
  if (fee < BigInt(estimate.length) || fee > mostFee) {
    throw new DeployError({
      code: 'DEPLOY_FEE_INVALID',
      shortMessage: `--fee must be from ${estimate.length} µSTX, 1 for each byte of the transaction, to ${mostFee} µSTX.`,
    })
  }
  return {
    network: client.network,
    apiUrl,
    contract: client.contract,
    deployer: address,
    keyOrigin: deployer.origin,
    // A gap has to be filled first: nothing above it can be mined.
    nonce: nonces.missingNonces[0] ?? nonces.nextNonce,
    pending: nonces.pendingNonces.length,
    fee,
    balance,
    clarityVersion,
    sourceBytes: sourceFacts.bytes,
    sourceSha256: sourceFacts.sha256,
  }
}
