import { TransactionVersion } from '@stacks/network'
import type { Chain } from '../chain/Chain.ts'
import type { DecodedTransaction } from '../transactions/DecodedTransaction.ts'
import { verifySignatures } from '../transactions/verifySignatures.ts'
import { chainId } from './chainId.ts'
import { checkEpoch } from './checkEpoch.ts'
import { checkFee } from './checkFee.ts'
import { checkFunds } from './checkFunds.ts'
import { checkNonces } from './checkNonces.ts'
import { checkPayload } from './checkPayload.ts'
import { isTestnetPrincipal } from './isTestnetPrincipal.ts'
import type { Rejection } from './Rejection.ts'

/**
 * Decides whether a node would take a transaction into its mempool, with its checks in its order
 * (stacks-core, `will_admit_mempool_tx` and `can_include_tx`).
 *
 * @returns Null when it would.
 */
export function admitTransaction(
  chain: Pick<Chain, 'index' | 'vm' | 'mempool'>,
  { transaction }: { transaction: DecodedTransaction },
): Rejection | null {
  return (
    checkMeaning(transaction) ??
    checkSignature(transaction) ??
    checkFee(transaction) ??
    checkEpoch(transaction) ??
    checkNonces(chain, { transaction }) ??
    checkAddresses(transaction) ??
    checkFunds(chain, { transaction }) ??
    checkPayload(chain, { transaction }) ??
    checkReplacement(chain, transaction)
  )
}

// `can_admit_mempool_semantic`, and the one payload that is refused right after it.
function checkMeaning({ wire, sender, payload }: DecodedTransaction): Rejection | null {
  if (wire.transactionVersion !== TransactionVersion.Testnet) return { reason: 'BadTransactionVersion' }
  if (payload.type === 'unsupported' && payload.reason === 'ServerFailureOther') {
    const message = 'PoisonMicroblock transactions not accepted via mempool'
    return { reason: payload.reason, reason_data: { message } }
  }
  if (payload.type !== 'token_transfer') return null
  if (payload.recipient === sender.address) {
    return { reason: 'TransferRecipientCannotEqualSender', reason_data: { recipient: payload.recipient } }
  }
  if (payload.amount === 0n) return { reason: 'TransferAmountMustBePositive' }
  return isTestnetPrincipal(payload.recipient) ? null : { reason: 'BadAddressVersionByte' }
}

// `process_transaction_precheck`: whatever is wrong there has this one reason.
function checkSignature(transaction: DecodedTransaction): Rejection | null {
  if (!verifySignatures(transaction)) {
    return refuse('Invalid transaction: the signature is not a low-S signature of the sender')
  }
  const { txid, wire } = transaction
  if (wire.chainId === chainId) return null
  return refuse(`Invalid tx ${txid.slice(2)}: invalid chain ID ${wire.chainId} (expected ${chainId})`)
}

function refuse(message: string): Rejection {
  return { reason: 'SignatureValidation', reason_data: { message } }
}

function checkAddresses({ sender, sponsor }: DecodedTransaction): Rejection | null {
  const valid =
    isTestnetPrincipal(sender.address) && (sponsor === null || isTestnetPrincipal(sponsor.address))
  return valid ? null : { reason: 'BadAddressVersionByte' }
}

// Only a strictly higher fee replaces what waits at the same nonce.
function checkReplacement(
  { mempool }: Pick<Chain, 'mempool'>,
  transaction: DecodedTransaction,
): Rejection | null {
  const conflict = mempool.findConflict(transaction)
  if (conflict === undefined || transaction.fee > conflict.transaction.fee) return null
  return { reason: 'ConflictingNonceInMempool' }
}
