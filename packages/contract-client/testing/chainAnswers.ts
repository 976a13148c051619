import { physician, txid } from './accounts.ts'

export const blockHash = `0x${'b1'.repeat(32)}`
export const time = 1_790_000_000

/** The API's own 404. */
export const notFound = (message = 'Transaction not found') => ({
  status: 404,
  json: { statusCode: 404, error: 'Not Found', message },
})

/** A mined contract call as `/extended/v3/transactions/{tx_id}` tells it. */
export const minedTransaction = (overrides: Readonly<Record<string, unknown>> = {}) => ({
  tx_id: txid,
  sender: { address: physician.address, nonce: 4 },
  sponsor: null,
  fee_rate: '400',
  block: { height: 12, hash: blockHash, index_hash: `0x${'c1'.repeat(32)}`, time, tx_index: 1 },
  bitcoin_block: { height: 3, time },
  status: 'success',
  parent_block: { hash: `0x${'d1'.repeat(32)}`, index_hash: `0x${'e1'.repeat(32)}` },
  event_count: 1,
  execution_cost: { read_count: 1, read_length: 1, runtime: 1, write_count: 1, write_length: 1 },
  vm_error: null,
  type: 'contract_call',
  ...overrides,
})

/** A transaction in the mempool, or one that left it unmined. */
export const waitingTransaction = (overrides: Readonly<Record<string, unknown>> = {}) => ({
  tx_id: txid,
  sender: { address: physician.address, nonce: 4 },
  sponsor: null,
  fee_rate: '400',
  receipt_time: time,
  receipt_block_height: 11,
  status: 'pending',
  replaced_by_tx_id: null,
  type: 'contract_call',
  ...overrides,
})
