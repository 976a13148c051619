import type { DecodedPayload, DecodedTransaction } from './DecodedTransaction.ts'
import { decodeTransaction } from './decodeTransaction.ts'

/** What is decoded again when somebody asks. As a prototype it costs a transaction nothing. */
const decodedTransaction = {
  get wire() {
    return decodeTransaction((this as unknown as DecodedTransaction).bytes).wire
  },
}
const decodedCall = {
  get args() {
    const { payload } = decodeTransaction((this as unknown as { bytes: Uint8Array }).bytes)
    return payload.type === 'contract_call' ? payload.args : []
  },
}

/**
 * A transaction as a long history can keep it. Its wire format and its arguments, most of what it holds of
 * the memory, stand in its bytes; routes ask for those of few.
 */
export function compactTransaction(transaction: DecodedTransaction): DecodedTransaction {
  const { txid, bytes, sender, sponsor, fee, payload } = transaction
  const kept = { txid, bytes, sender, sponsor, fee, payload: compactPayload(payload, bytes) }
  return { __proto__: decodedTransaction, ...kept } as unknown as DecodedTransaction
}

function compactPayload(payload: DecodedPayload, bytes: Uint8Array): DecodedPayload {
  if (payload.type !== 'contract_call') return payload
  const { type, contractId, functionName } = payload
  return { __proto__: decodedCall, type, contractId, functionName, bytes } as unknown as DecodedPayload
}
