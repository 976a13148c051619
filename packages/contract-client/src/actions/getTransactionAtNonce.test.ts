import { describe, expect } from 'vitest'
import { physician, staff, txid } from '../../testing/accounts.ts'
import { minedTransaction, waitingTransaction } from '../../testing/chainAnswers.ts'
import { clientTest as test } from '../../testing/clientTest.ts'
import { failureOf } from '../../testing/failureOf.ts'
import type { TestNode } from '../../testing/startNode.ts'
import { HistoryTooLongError } from '../errors/HistoryTooLongError.ts'

const route = `GET /extended/v3/transactions/${txid}`
const other = `0x${'cd'.repeat(32)}`

describe('the transaction at a nonce', () => {
  type Listed = { txid: string; sender: string; nonce: number; sponsor?: { address: string; nonce: number } }
  const incoming = (index: number): Listed => ({ txid: other, sender: staff.address, nonce: 1000 - index })
  const own = (nonce: number): Listed => ({ txid, sender: physician.address, nonce })

  function serve(node: TestNode, history: Listed[]) {
    node.answer('GET /extended/v2/addresses/*', ({ query }) => {
      const [offset, limit] = [Number(query.get('offset')), Number(query.get('limit'))]
      const results = history.slice(offset, offset + limit).map((listed) => ({
        tx: {
          tx_id: listed.txid,
          nonce: listed.nonce,
          sender_address: listed.sender,
          sponsored: listed.sponsor !== undefined,
          ...(listed.sponsor === undefined
            ? {}
            : { sponsor_address: listed.sponsor.address, sponsor_nonce: listed.sponsor.nonce }),
        },
        stx_sent: '0',
      }))
      return { json: { limit, offset, total: history.length, results } }
    })
    node.answer(route, { json: minedTransaction() })
  }
  const pages = (node: TestNode) => node.requests.filter(({ path }) => path.includes('/v2/addresses/')).length
  const principal = physician.address

  test('is found behind newer ones and behind what others sent', async ({ node, connect }) => {
    serve(node, [
      own(6),
      ...Array.from({ length: 70 }, (_, index) => incoming(index)),
      own(5),
      own(4),
      own(3),
    ])
    expect(await connect().getTransactionAtNonce({ principal, nonce: 4n })).toMatchObject({ txid, nonce: 4n })
    expect(pages(node)).toBe(2)
  })

  test('is null when nothing was sent with it yet, and the search stops below it', async ({
    node,
    connect,
  }) => {
    serve(node, [own(3), ...Array.from({ length: 200 }, (_, index) => incoming(index))])
    expect(await connect().getTransactionAtNonce({ principal, nonce: 4n })).toBeNull()
    expect(pages(node)).toBe(1)
  })

  test('is null for a principal without a history', async ({ node, connect }) => {
    serve(node, [])
    expect(await connect().getTransactionAtNonce({ principal, nonce: 0n })).toBeNull()
  })

  test('is found when the principal spent the nonce as a sponsor', async ({ node, connect }) => {
    serve(node, [{ ...incoming(0), txid, sponsor: { address: principal, nonce: 4 } }])
    expect(await connect().getTransactionAtNonce({ principal, nonce: 4n })).toMatchObject({ txid })
  })

  test("is not somebody else's of the same nonce", async ({ node, connect }) => {
    serve(node, [{ txid: other, sender: staff.address, nonce: 4 }])
    expect(await connect().getTransactionAtNonce({ principal, nonce: 4n })).toBeNull()
  })

  test('is null when a reorg took it out of its block meanwhile', async ({ node, connect }) => {
    serve(node, [own(4)])
    node.answer(route, { json: waitingTransaction() })
    expect(await connect().getTransactionAtNonce({ principal, nonce: 4n })).toBeNull()
  })

  test('is found by the successor of the route where an operator turned that off', async ({
    node,
    connect,
  }) => {
    node.answer('GET /extended/v2/addresses/*', { status: 410, json: { error: 'Gone' } })
    node.answer(route, { json: minedTransaction() })
    const listed = (nonce: number, address: string = principal) => ({
      transaction: { tx_id: txid, sender: { address, nonce }, sponsor: null },
    })
    node.answer(`GET /extended/v3/principals/${principal}/transactions`, ({ query }) => ({
      json:
        query.get('cursor') === '7:0:1'
          ? { cursor: { next: null }, results: [listed(4)] }
          : { cursor: { next: '7:0:1' }, results: [listed(6), listed(4, staff.address), listed(5)] },
    }))
    expect(await connect().getTransactionAtNonce({ principal, nonce: 4n })).toMatchObject({ txid, nonce: 4n })
    expect(await connect().getTransactionAtNonce({ principal, nonce: 3n })).toBeNull()
  })

  test('is an error, never null, when the search came to its bound', async ({ node, connect }) => {
    serve(
      node,
      Array.from({ length: 2_100 }, (_, index) => incoming(index % 1000)),
    )
    const failure = await failureOf(connect().getTransactionAtNonce({ principal, nonce: 4n }))
    expect(failure).toBeInstanceOf(HistoryTooLongError)
    expect(pages(node)).toBe(40)
  })
})
