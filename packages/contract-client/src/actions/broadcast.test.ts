import { describe, expect } from 'vitest'
import { physician } from '../../testing/accounts.ts'
import { clientTest as test } from '../../testing/clientTest.ts'
import { failureOf } from '../../testing/failureOf.ts'
import { patience } from '../../testing/patience.ts'
import type { NodeAnswer } from '../../testing/startNode.ts'
import { createContractClient } from '../createContractClient.ts'
import { AmbiguousBroadcastError } from '../errors/AmbiguousBroadcastError.ts'
import { RateLimitedError } from '../errors/RateLimitedError.ts'
import { BadNonceError } from '../errors/rejections/BadNonceError.ts'
import { rejectionClasses } from '../errors/rejections/rejectionFromReason.ts'
import { TransactionRejectedError } from '../errors/rejections/TransactionRejectedError.ts'
import { UnknownRejectionError } from '../errors/rejections/UnknownRejectionError.ts'

const route = 'POST /v2/transactions'
const transaction = await createContractClient({
  apiUrl: 'http://127.0.0.1:1',
  network: 'devnet',
  contract: `${physician.address}.medvault`,
}).prepare({ call: { functionName: 'archiveRecord', recordId: 1n }, signer: physician, nonce: 3n, fee: 400n })
const { txid } = transaction

const rejection = (reason: string, reason_data?: unknown): NodeAnswer => ({
  status: 400,
  json: { txid: txid.slice(2), error: 'transaction rejected', reason, reason_data },
})
const known = (status: string): NodeAnswer => ({
  json: {
    tx_id: txid,
    status,
    sender: { address: physician.address, nonce: 3 },
    fee_rate: '400',
    ...(status === 'success'
      ? { block: { height: 5, hash: txid, index_hash: txid, time: 1_700_000_000, tx_index: 0 } }
      : { receipt_time: 1_700_000_000, replaced_by_tx_id: null }),
    type: 'contract_call',
  },
})

test('sends the bytes once, also when the connection breaks', async ({ node, connect }) => {
  node.answer(route, 'reset')
  await expect(connect().broadcast(transaction)).rejects.toBeInstanceOf(AmbiguousBroadcastError)
  expect(node.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
})

test('resolves when the node accepted the bytes', async ({ node, connect }) => {
  node.answer(route, { json: txid.slice(2) })
  expect(await connect().broadcast(transaction)).toEqual({ txid })
  expect(node.requests).toHaveLength(1)
  expect(JSON.parse(node.requests[0]?.body ?? '')).toEqual({ tx: transaction.bytes })
})

describe('a refusal', () => {
  test.for(Object.keys(rejectionClasses))(
    'for %s has a class of its own',
    async (reason, { node, connect }) => {
      node.answer(route, rejection(reason, { message: 'because' }))
      node.answer('GET /extended/v3/transactions/*', {
        status: 404,
        json: { error: 'Not Found', message: 'Transaction not found' },
      })
      const failure = await failureOf(connect().broadcast(transaction))
      expect(failure).toBeInstanceOf(TransactionRejectedError)
      expect(failure).toBeInstanceOf(rejectionClasses[reason])
      expect(failure).toMatchObject({ txid, reason, reasonData: { message: 'because' } })
      expect(String((failure as Error).name)).toBe((failure as Error).constructor.name)
    },
  )

  test('may be tried again with the same bytes exactly when it can pass by itself', () => {
    const retryable = Object.entries(rejectionClasses).filter(([, Class]) => new Class({ txid }).retryable)
    expect(retryable.map(([reason]) => reason).toSorted()).toEqual([
      'ConflictingNonceInMempool',
      'EstimatorError',
      'ServerFailureDatabase',
      'ServerFailureNoSuchChainTip',
      'ServerFailureOther',
      'TooMuchChaining',
    ])
  })

  test.for(['SomethingNew', 'constructor', '__proto__'])(
    'for %s, which is not known here, keeps its reason',
    async (reason, { node, connect }) => {
      node.answer(route, rejection(reason))
      const failure = await failureOf(connect().broadcast(transaction))
      expect(failure).toBeInstanceOf(UnknownRejectionError)
      expect(failure).toMatchObject({ reason, retryable: false })
    },
  )

  test('is told by its reason, whatever its text says', async ({ node, connect }) => {
    node.answer(route, {
      status: 400,
      json: { error: 'BadNonce ConflictingNonceInMempool', reason: 'FeeTooLow' },
    })
    expect(await failureOf(connect().broadcast(transaction))).toMatchObject({ reason: 'FeeTooLow' })
  })
})

describe('a nonce that is taken', () => {
  const reasons = ['BadNonce', 'ConflictingNonceInMempool']

  test.for(reasons.flatMap((reason) => ['pending', 'success'].map((status) => [reason, status] as const)))(
    'by these very bytes is no refusal: %s, and the transaction is known as %s',
    async ([reason, status], { node, connect }) => {
      node.answer(route, rejection(reason))
      node.answer(`GET /extended/v3/transactions/${txid}`, known(status))
      expect(await connect().broadcast(transaction)).toEqual({ txid })
    },
  )

  test.for(reasons)('by another transaction is a refusal: %s', async (reason, { node, connect }) => {
    node.answer(route, rejection(reason))
    node.answer(`GET /extended/v3/transactions/${txid}`, known('dropped_replace_by_fee'))
    expect(await failureOf(connect().broadcast(transaction))).toMatchObject({ reason })
  })

  test.for(['hang', { status: 500, json: {} }, { status: 429, json: {} }, { text: 'what?' }] as const)(
    'is ambiguous while it cannot be asked by whom: %o',
    async (answer, { node, connect }) => {
      node.answer(route, rejection('BadNonce'))
      node.answer(`GET /extended/v3/transactions/${txid}`, answer)
      const failure = await failureOf(connect(patience(answer)).broadcast(transaction))
      expect(failure).toBeInstanceOf(AmbiguousBroadcastError)
    },
  )

  test('is not looked up for any other refusal', async ({ node, connect }) => {
    node.answer(route, rejection('FeeTooLow'))
    expect(await failureOf(connect().broadcast(transaction))).not.toBeInstanceOf(BadNonceError)
    expect(node.requests).toHaveLength(1)
  })
})

describe('nobody knows whether the node accepted', () => {
  test.for([
    ['does not answer', 'hang'],
    ['resets the connection', 'reset'],
    ['resets the connection in the middle of its answer', 'reset after the headers'],
    ['answers with a status of 500', { status: 500, json: rejection('BadNonce') }],
    ['answers with a status of 504', { status: 504, text: 'Gateway Timeout' }],
    ['answers with no JSON', { text: '<html>' }],
    ['answers with no txid', { json: 'accepted' }],
    ['answers with another txid', { json: '00'.repeat(32) }],
    ['refuses without a reason', { status: 400, json: { error: 'no' } }],
    ['refuses in HTML', { status: 403, text: '<html>' }],
    ['redirects', { status: 307, text: '', headers: { location: 'http://127.0.0.1:1/' } }],
  ] as const)('when it %s', async ([, answer], { node, connect }) => {
    node.answer(route, answer)
    const failure = await failureOf(connect(patience(answer)).broadcast(transaction))
    expect(failure).toBeInstanceOf(AmbiguousBroadcastError)
    expect(failure).toMatchObject({ txid, retryable: true })
  })

  test('and the same bytes sent again settle it', async ({ node, connect }) => {
    const client = connect()
    node.answer(route, 'reset')
    await failureOf(client.broadcast(transaction))
    node.answer(route, { json: txid.slice(2) })
    expect(await client.broadcast(transaction)).toEqual({ txid })
    expect(new Set(node.requests.map(({ body }) => body)).size).toBe(1)
  })
})

test('a node that asks to wait did not look at the transaction', async ({ node, connect }) => {
  node.answer(route, { status: 429, json: {}, headers: { 'retry-after': '2' } })
  const failure = await failureOf(connect().broadcast(transaction))
  expect(failure).toBeInstanceOf(RateLimitedError)
  expect(failure).toMatchObject({ retryAfterMs: 2_000 })
})

test.for([
  ['of another txid', { txid: `0x${'0'.repeat(64)}`, bytes: transaction.bytes }],
  ['that were changed', { txid, bytes: transaction.bytes.replace(/..$/, '00') }],
  ['that are no hex', { txid, bytes: 'zz' }],
  ['that are empty', { txid, bytes: '' }],
  ['under no txid', { txid: 'abc', bytes: transaction.bytes }],
] as const)('bytes %s are refused before anything is sent', async ([, sent], { node, connect }) => {
  expect(await failureOf(connect().broadcast(sent))).toMatchObject({ code: 'INVALID_ARGUMENT' })
  expect(node.requests).toEqual([])
})
