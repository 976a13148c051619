import { describe, expect } from 'vitest'
import { txid } from '../../testing/accounts.ts'
import { minedTransaction, notFound, waitingTransaction } from '../../testing/chainAnswers.ts'
import { clientTest as test } from '../../testing/clientTest.ts'
import { failureOf } from '../../testing/failureOf.ts'
import { UnexpectedAnswerError } from '../errors/UnexpectedAnswerError.ts'

const route = `GET /extended/v3/transactions/${txid}`
const _other = `0x${'cd'.repeat(32)}`

describe('waiting for a transaction', () => {
  test('goes on until it is mined, through what is retryable', async ({ node, connect }) => {
    const answers = [
      notFound(),
      { json: waitingTransaction() },
      { status: 500, json: {} },
      { status: 429, json: {}, headers: { 'retry-after': '0' } },
      'reset' as const,
      { json: minedTransaction({ status: 'abort_by_response' }) },
    ]
    node.answer(route, () => answers.shift() ?? 'hang')
    expect(await connect().waitForTransaction({ txid, pollIntervalMs: 1 })).toMatchObject({
      status: 'abort_by_response',
    })
    expect(answers).toEqual([])
  })

  test('ends when it was dropped', async ({ node, connect }) => {
    node.answer(route, { json: waitingTransaction({ status: 'dropped_stale_garbage_collect' }) })
    expect(await connect().waitForTransaction({ txid })).toMatchObject({
      status: 'dropped_stale_garbage_collect',
    })
  })

  test('ends with the signal, also between two looks', async ({ node, connect }) => {
    const abort = new AbortController()
    node.answer(route, () => {
      abort.abort()
      return { json: waitingTransaction() }
    })
    const waiting = connect().waitForTransaction({ txid, signal: abort.signal, pollIntervalMs: 600_000 })
    expect(await failureOf(waiting)).toMatchObject({ name: 'AbortError' })
    const late = connect().waitForTransaction({ txid, signal: AbortSignal.abort() })
    expect(await failureOf(late)).toMatchObject({ name: 'AbortError' })
    expect(node.requests).toHaveLength(1)
  })

  test('ends with an answer that no repetition mends', async ({ node, connect }) => {
    node.answer(route, { text: '<html>' })
    expect(await failureOf(connect().waitForTransaction({ txid }))).toBeInstanceOf(UnexpectedAnswerError)
  })
})
