import {
  createMessageSignature,
  getAddressFromPublicKey,
  type StacksTransactionWire,
  sigHashPreSign,
} from '@stacks/transactions'
import type { ClientContext } from '../ClientContext.ts'
import { InvalidArgumentError } from '../errors/InvalidArgumentError.ts'
import { SignerError } from '../errors/SignerError.ts'
import { signDigest } from '../signing/signDigest.ts'
import type { PreparedTransaction } from '../types/PreparedTransaction.ts'
import type { Signer } from '../types/Signer.ts'
import { estimateFee } from './estimateFee.ts'

const largestU64 = 2n ** 64n - 1n

/**
 * Has a transaction signed, with its fee: the one that is given, else the node's estimate within the bounds. What
 * cannot be right is refused before anything is built.
 *
 * @param o.build - Makes the transaction, unsigned and with a fee of 0.
 */
export async function signTransaction(
  context: ClientContext,
  o: {
    signer: Signer
    nonce: bigint
    fee?: bigint | undefined
    build: () => Promise<StacksTransactionWire>
  },
): Promise<PreparedTransaction> {
  const { signer, nonce } = o
  refuseOutside({ argument: 'nonce', value: nonce, most: largestU64 })
  if (o.fee !== undefined) refuseOutside({ argument: 'fee', value: o.fee, most: context.fee.max })
  refuseStranger(context, signer)

  const transaction = await o.build()
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
