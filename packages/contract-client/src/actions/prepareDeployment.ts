import type { ClientContext } from '../ClientContext.ts'
import { InvalidArgumentError } from '../errors/InvalidArgumentError.ts'
import { buildDeployment } from '../transactions/buildDeployment.ts'
import { signTransaction } from '../transactions/signTransaction.ts'
import type { PreparedTransaction } from '../types/PreparedTransaction.ts'
import type { Signer } from '../types/Signer.ts'

/** Builds and signs the deployment. Nothing is sent. */
export async function prepareDeployment(
  context: ClientContext,
  o: { signer: Signer; nonce: bigint; fee?: bigint },
): Promise<PreparedTransaction> {
  const { signer, nonce, fee } = o
  if (signer.address !== context.contractAddress) {
    throw new InvalidArgumentError({
      argument: 'signer',
      problem: `${context.contract} can be deployed by ${context.contractAddress} alone; the signer is ${signer.address}.`,
    })
  }
  return signTransaction(context, {
    signer,
    nonce,
    fee,
    build: () => buildDeployment(context, { publicKey: signer.publicKey, nonce }),
  })
}
