import type { AccessRequest } from '../model/AccessRequest.ts'
import type { Transaction } from '../model/Transaction.ts'

/** A queued transaction for an approved request. */
export function createTransaction(options: {
  id: string
  request: Pick<AccessRequest, 'id' | 'physician'>
  replaces: string | null
  at: Date
}): Transaction {
  const { id, request, replaces, at } = options
  return {
    id,
    requestId: request.id,
    signer: request.physician,
    status: 'queued',
    txid: null,
    nonce: null,
    fee: null,
    bytes: null,
    replaces,
    failure: null,
    blockHeight: null,
    blockHash: null,
    createdAt: at,
    signedAt: null,
    broadcastAt: null,
    includedAt: null,
    finalAt: null,
    nextAttemptAt: at,
    attempts: 0,
  }
}
