import { makeUnsignedContractCall, PostConditionMode } from '@stacks/transactions'
import type { ClientContext } from '../ClientContext.ts'
import { encodeCall } from '../transactions/encodeCall.ts'
import { signTransaction } from '../transactions/signTransaction.ts'
import type { ContractCall } from '../types/ContractCall.ts'
import type { PreparedTransaction } from '../types/PreparedTransaction.ts'
import type { Signer } from '../types/Signer.ts'

/** Builds and signs a call. Nothing is sent. */
export async function prepare(
  context: ClientContext,
  o: { call: ContractCall; signer: Signer; nonce: bigint; fee?: bigint },
): Promise<PreparedTransaction> {
  const { call, signer, nonce, fee } = o
  return signTransaction(context, {
    signer,
    nonce,
    fee,
    build: () =>
      makeUnsignedContractCall({
        ...encodeCall(context, call),
        contractAddress: context.contractAddress,
        contractName: context.contractName,
        publicKey: signer.publicKey,
        network: context.stacksNetwork,
        // Whatever the contract does, it may move none of the signer's assets.
        postConditionMode: PostConditionMode.Deny,
        nonce,
        // Named, or stacks.js would go and ask for one.
        fee: 0n,
      }),
  })
}
