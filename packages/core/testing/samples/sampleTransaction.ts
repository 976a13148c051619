import { randomUUID } from 'node:crypto'
import type { Transaction } from '../../src/model/Transaction.ts'

/** A queued transaction, for tests; each has an id of its own, its request has to exist. */
export function sampleTransaction(
  overrides: Partial<Transaction> & Pick<Transaction, 'requestId'>,
): Transaction {
  return {
    id: randomUUID(),
    signer: 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5',
    status: 'queued',
    txid: null,
    nonce: null,
    fee: null,
    bytes: null,
    replaces: null,
    failure: null,
    blockHeight: null,
    blockHash: null,
    createdAt: new Date('2026-01-01T09:00:00.000Z'),
    signedAt: null,
    broadcastAt: null,
    includedAt: null,
    finalAt: null,
    nextAttemptAt: new Date('2026-01-01T09:00:00.000Z'),
    attempts: 0,
    ...overrides,
  }
}
