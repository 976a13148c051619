import type { ClientContext } from '../ClientContext.ts'
import { buildDeployment } from '../transactions/buildDeployment.ts'
import { estimateFee } from '../transactions/estimateFee.ts'

/** What the deployment will cost, before anything is signed. */
export async function estimateDeployment(
  context: ClientContext,
  o: { publicKey: string },
): Promise<{ fee: bigint; length: number }> {
  // A nonce takes the same bytes whatever it is.
  const transaction = await buildDeployment(context, { publicKey: o.publicKey, nonce: 0n })
  const fee = await estimateFee(context, transaction)
  return { fee, length: transaction.serializeBytes().byteLength }
}
