import { Cl } from '@stacks/transactions'
import { describe, expect } from 'vitest'
import { contract, physician, staff, txid } from '../../testing/accounts.ts'
import {
  blockHash,
  minedTransaction,
  notFound,
  time,
  waitingTransaction,
} from '../../testing/chainAnswers.ts'
import { clientTest as test } from '../../testing/clientTest.ts'
import { failureOf } from '../../testing/failureOf.ts'
import { UnauthorizedAccessError } from '../errors/contract/UnauthorizedAccessError.ts'
import { UnknownContractError } from '../errors/contract/UnknownContractError.ts'
import { UnexpectedAnswerError } from '../errors/UnexpectedAnswerError.ts'

const route = `GET /extended/v3/transactions/${txid}`
const other = `0x${'cd'.repeat(32)}`

describe('a transaction', () => {
  test('that is mined is told with its block', async ({ node, connect }) => {
    node.answer(route, { json: minedTransaction() })
    expect(await connect().getTransaction({ txid })).toEqual({
      txid,
      status: 'success',
      sender: physician.address,
      nonce: 4n,
      fee: 400n,
      block: { height: 12, hash: blockHash, time: new Date(time * 1000), txIndex: 1 },
      contractError: null,
      vmError: null,
      replacedBy: null,
    })
    expect(node.requests[0]?.query.getAll('include')).toEqual(['result'])
  })

  test('that waits has no block', async ({ node, connect }) => {
    node.answer(route, { json: waitingTransaction() })
    expect(await connect().getTransaction({ txid })).toMatchObject({
      status: 'pending',
      block: null,
      nonce: 4n,
    })
  })

  test('that was replaced names what replaced it', async ({ node, connect }) => {
    node.answer(route, {
      json: waitingTransaction({ status: 'dropped_replace_by_fee', replaced_by_tx_id: other }),
    })
    expect(await connect().getTransaction({ txid })).toMatchObject({
      status: 'dropped_replace_by_fee',
      replacedBy: other,
    })
  })

  test('is found by its txid in any spelling', async ({ node, connect }) => {
    node.answer(route, { json: minedTransaction() })
    for (const spelling of [txid.slice(2), txid.toUpperCase().replace('0X', '0x')]) {
      expect(await connect().getTransaction({ txid: spelling })).toMatchObject({ txid })
    }
  })

  test('that the node does not know is null', async ({ node, connect }) => {
    node.answer(route, notFound())
    expect(await connect().getTransaction({ txid })).toBeNull()
  })

  test.for([
    [
      'an API that lacks the route',
      { status: 404, json: { message: 'Route GET:/x not found', error: 'Not Found' } },
    ],
    ['another web server', { status: 404, text: '404 Not Found' }],
    ['a proxy', { status: 404, json: { detail: 'no upstream' } }],
  ] as const)('is not unknown because %s says 404', async ([, answer], { node, connect }) => {
    node.answer(route, answer)
    expect(await failureOf(connect().getTransaction({ txid }))).toBeInstanceOf(UnexpectedAnswerError)
  })

  test.for([
    ['a status of its own', minedTransaction({ status: 'probably' })],
    ['mined without a block', minedTransaction({ block: undefined })],
    ['waiting in a block', minedTransaction({ status: 'pending' })],
    ['a fee that is no number', minedTransaction({ fee_rate: '1.5' })],
    ['a nonce below zero', minedTransaction({ sender: { address: physician.address, nonce: -1 } })],
  ] as const)('is refused with %s', async ([, json], { node, connect }) => {
    node.answer(route, { json })
    expect(await failureOf(connect().getTransaction({ txid }))).toBeInstanceOf(UnexpectedAnswerError)
  })

  test.for(['', '0x12', 'g'.repeat(64), `${txid}/../../x`])(
    'is not asked for by %j',
    async (value, { node, connect }) => {
      expect(await failureOf(connect().getTransaction({ txid: value }))).toMatchObject({ argument: 'txid' })
      expect(node.requests).toEqual([])
    },
  )
})

describe("the contract's answer to an aborted call", () => {
  const aborted = (result: ReturnType<typeof Cl.error>, contractId: string = contract) =>
    minedTransaction({
      status: 'abort_by_response',
      result: { hex: Cl.serialize(result), repr: '' },
      contract_call: { contract_id: contractId, function_name: 'grant-medical-access' },
    })

  test('is the error itself', async ({ node, connect }) => {
    node.answer(route, { json: aborted(Cl.error(Cl.uint(105))) })
    const transaction = await connect().getTransaction({ txid })
    expect(transaction?.contractError).toBeInstanceOf(UnauthorizedAccessError)
    expect(transaction?.block).not.toBeNull()
  })

  test('is kept with a code that is not known here', async ({ node, connect }) => {
    node.answer(route, { json: aborted(Cl.error(Cl.uint(777))) })
    const transaction = await connect().getTransaction({ txid })
    expect(transaction?.contractError).toBeInstanceOf(UnknownContractError)
    expect(transaction?.contractError?.contractCode).toBe(777n)
  })

  test.for([
    ['failed while it ran', aborted(Cl.error(Cl.none()))],
    [
      'was of another contract with the same codes',
      aborted(Cl.error(Cl.uint(105)), `${staff.address}.medvault`),
    ],
    [
      'is told without its result',
      minedTransaction({ status: 'abort_by_response', contract_call: { contract_id: contract } }),
    ],
    ['succeeded', minedTransaction({ result: { hex: Cl.serialize(Cl.ok(Cl.bool(true))), repr: '' } })],
    [
      'was aborted by a post-condition',
      minedTransaction({
        status: 'abort_by_post_condition',
        result: { hex: Cl.serialize(Cl.ok(Cl.bool(true))), repr: '' },
        contract_call: { contract_id: contract },
      }),
    ],
  ] as const)('is null when the call %s', async ([, json], { node, connect }) => {
    node.answer(route, { json })
    expect(await connect().getTransaction({ txid })).toMatchObject({ contractError: null })
  })
})
