import type { Request } from '../model/Request.ts'
import type { Transaction } from '../model/Transaction.ts'
import { toSender } from '../requests/toSender.ts'

/** A queued transaction for an approved request. */
export function createTransaction(options: {
  id: string
  request: Request
  replaces: string | null
  at: Date
}): Transaction {
  const { id, request, replaces, at } = options
  return {
    id,
    requestId: request.id,
    signer: toSender(request),
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
