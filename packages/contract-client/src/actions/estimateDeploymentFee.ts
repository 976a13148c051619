import type { ClientContext } from '../ClientContext.ts'
import { buildDeployment } from '../transactions/buildDeployment.ts'
import { estimateFee } from '../transactions/estimateFee.ts'

/** What to pay for the deployment, before anything is signed. */
export async function estimateDeploymentFee(
  context: ClientContext,
  o: { publicKey: string },
): Promise<bigint> {
  // A nonce takes the same bytes whatever it is.
  return estimateFee(context, await buildDeployment(context, { publicKey: o.publicKey, nonce: 0n }))
}
