import {
  createMessageSignature,
  getAddressFromPublicKey,
  makeUnsignedContractCall,
  PostConditionMode,
  sigHashPreSign,
} from '@stacks/transactions'
import type { ClientContext } from '../ClientContext.ts'
import { InvalidArgumentError } from '../errors/InvalidArgumentError.ts'
import { SignerError } from '../errors/SignerError.ts'
import { signDigest } from '../signing/signDigest.ts'
import { encodeCall } from '../transactions/encodeCall.ts'
import { estimateFee } from '../transactions/estimateFee.ts'
import type { ContractCall } from '../types/ContractCall.ts'
import type { PreparedTransaction } from '../types/PreparedTransaction.ts'
import type { Signer } from '../types/Signer.ts'

const largestU64 = 2n ** 64n - 1n

/** Builds and signs a call. Nothing is sent. */
export async function prepare(
  context: ClientContext,
  o: { call: ContractCall; signer: Signer; nonce: bigint; fee?: bigint },
): Promise<PreparedTransaction> {
  const { call, signer, nonce } = o
  refuseOutside({ argument: 'nonce', value: nonce, most: largestU64 })
  if (o.fee !== undefined) refuseOutside({ argument: 'fee', value: o.fee, most: context.fee.max })
  refuseStranger(context, signer)

  const transaction = await makeUnsignedContractCall({
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
  })
  const fee = o.fee ?? (await estimateFee(context, transaction))
  transaction.setFee(fee)

  const { auth } = transaction
  const digest = sigHashPreSign(transaction.signBegin(), auth.authType, fee, nonce)
  const signature = createMessageSignature(await signDigest(signer, digest))
  if (!('signature' in auth.spendingCondition)) {
    throw new SignerError({ address: signer.address, problem: 'is no single signer' })
  }
  auth.spendingCondition.signature = signature
  return { txid: `0x${transaction.txid()}`, nonce, fee, bytes: transaction.serialize() }
}

function refuseOutside(o: { argument: string; value: bigint; most: bigint }): void {
  if (o.value >= 0n && o.value <= o.most) return
  throw new InvalidArgumentError({
    argument: o.argument,
    problem: `${o.argument} must be from 0 to ${o.most}; it is ${o.value}.`,
  })
}

/** A key that is not the address's would spend another account's nonce. */
function refuseStranger(context: ClientContext, signer: Signer): void {
  const { address, publicKey } = signer
  if (!/^0[23][0-9a-f]{64}$/.test(publicKey)) {
    throw new SignerError({ address, problem: 'has a public key that is not 66 hex digits, compressed' })
  }
  if (getAddressFromPublicKey(publicKey, context.stacksNetwork) !== address) {
    throw new SignerError({ address, problem: `has a public key of another address on ${context.network}` })
  }
}
