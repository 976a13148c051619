import type { ClientContext } from '../ClientContext.ts'
import { readDeployment } from '../transactions/readDeployment.ts'
import type { Deployment } from '../types/Deployment.ts'

/** The transaction that deployed the contract. */
export async function getDeployment(context: ClientContext): Promise<Deployment | null> {
  const answer = await readDeployment(context)
  return answer === null ? null : { txid: answer.tx_id, blockHeight: answer.block_height }
}
