import type { ClientContext } from '../ClientContext.ts'
import { clarityVersion, contractSource } from '../generated/contractSource.ts'
import { readDeployment } from '../transactions/readDeployment.ts'
import type { DeployedContract } from '../types/DeployedContract.ts'

/** What stands on the chain under the contract's name. */
export async function getDeployedContract(context: ClientContext): Promise<DeployedContract | null> {
  const answer = await readDeployment(context)
  if (answer === null) return null
  return {
    txid: answer.tx_id,
    blockHeight: answer.block_height,
    // The same text in another version of Clarity is another contract.
    isMedvault: answer.source_code === contractSource && answer.clarity_version === clarityVersion,
  }
}
