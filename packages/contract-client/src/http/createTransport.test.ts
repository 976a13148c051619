import { inspect } from 'node:util'
import { expect } from 'vitest'
import { contract, txid } from '../../testing/accounts.ts'
import { clientTest as test } from '../../testing/clientTest.ts'
import { failureOf } from '../../testing/failureOf.ts'
import { patience } from '../../testing/patience.ts'
import { startNode } from '../../testing/startNode.ts'
import { createContractClient } from '../createContractClient.ts'
import { NodeUnreachableError } from '../errors/NodeUnreachableError.ts'
import { RateLimitedError } from '../errors/RateLimitedError.ts'
import { UnexpectedAnswerError } from '../errors/UnexpectedAnswerError.ts'

const tip = { status: 'ready', chain_tip: { block_height: 7, block_hash: txid, burn_block_height: 3 } }

test('sends the API key with every request, and prints it in no error', async ({ node, connect }) => {
  const apiKey = 'a-key-of-the-hospital'
  const client = connect({ apiKey })
  node.answer('GET /extended', { json: tip })
  await client.getTip()
  node.answer('GET /extended', { status: 503, json: {} })
  const failure = await failureOf(client.getTip())
  await client.isSystemMaintenance().catch(() => undefined)
  expect(node.requests.length).toBeGreaterThan(2)
  expect(node.requests.every(({ headers }) => headers['x-api-key'] === apiKey)).toBe(true)
  expect(inspect(failure, { depth: 9 })).not.toContain(apiKey)
})

test('sends no key when there is none', async ({ node, connect }) => {
  node.answer('GET /extended', { json: tip })
  await connect().getTip()
  expect(node.requests[0]?.headers).not.toHaveProperty('x-api-key')
})

test.for([
  ['does not answer in time', 'hang', 'within 60 ms'],
  ['resets the connection', 'reset', 'could not be reached'],
  ['resets the connection in the middle of its answer', 'reset after the headers', 'could not be reached'],
  ['is broken', { status: 500, json: { error: 'boom' } }, 'status 500'],
  ['has no database', { status: 503, json: { error: 'The database service is unavailable' } }, 'status 503'],
  ['stands behind a broken proxy', { status: 502, text: '<html>' }, 'status 502'],
] as const)('a node that %s may be asked again', async ([, answer, sentence], { node, connect }) => {
  node.answer('GET /extended', answer)
  node.answer('POST /v2/contracts/call-read/*', answer)
  const client = connect(patience(answer))
  for (const asked of [client.getTip(), client.getTotalRecords()]) {
    const error = await failureOf(asked)
    expect(error).toBeInstanceOf(NodeUnreachableError)
    expect(error).toMatchObject({ retryable: true, shortMessage: expect.stringContaining(sentence) })
  }
})

test('a question whose connection broke is asked once more', async ({ node, connect }) => {
  let breaks = 1
  node.answer('GET /extended', () => {
    breaks -= 1
    return breaks < 0 ? { json: tip } : 'reset'
  })
  await expect(connect().getTip()).resolves.toMatchObject({ blockHeight: 7 })
  expect(node.requests).toHaveLength(2)
})

test('a node that is not there may be asked again', async () => {
  const gone = await startNode()
  await gone.close()
  const client = createContractClient({ apiUrl: gone.url, network: 'devnet', contract })
  await expect(client.getTip()).rejects.toBeInstanceOf(NodeUnreachableError)
})

test.for([
  ['seconds', { 'retry-after': '7' }, 7_000],
  ['the reset of the limit', { 'ratelimit-reset': '3' }, 3_000],
  ['the reset of an older limit', { 'x-ratelimit-reset': '4' }, 4_000],
  ['nothing', {}, 5_000],
  ['nonsense', { 'retry-after': 'soon' }, 5_000],
  ['longer than anybody waits', { 'retry-after': '99999' }, 600_000],
  ['a moment that is past', { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }, 0],
] as const)(
  'a rate limit that tells %s is told with its wait',
  async ([, headers, wait], { node, connect }) => {
    node.answer('GET /extended', { status: 429, json: { error: 'Too many requests' }, headers })
    const error = await failureOf(connect().getTip())
    expect(error).toBeInstanceOf(RateLimitedError)
    expect(error).toMatchObject({ retryable: true, retryAfterMs: wait })
  },
)

test('a rate limit that tells a date or a time of reset is told with the time until then', async ({
  node,
  connect,
}) => {
  const inAMinute = Date.now() + 60_000
  for (const headers of [
    { 'retry-after': new Date(inAMinute).toUTCString() },
    { 'x-ratelimit-reset': `${Math.floor(inAMinute / 1000)}` },
  ]) {
    node.answer('GET /extended', { status: 429, json: {}, headers })
    const error = await failureOf(connect().getTip())
    if (!(error instanceof RateLimitedError)) throw new Error('not told as a rate limit')
    expect(error.retryAfterMs).toBeGreaterThan(40_000)
    expect(error.retryAfterMs).toBeLessThanOrEqual(60_000)
  }
})

test('a redirect is refused, and the other host hears nothing', async ({ node, connect }) => {
  const elsewhere = await startNode()
  try {
    const headers = { location: `${elsewhere.url}/extended` }
    node.answer('GET /extended', { status: 302, text: '', headers })
    node.answer('POST /v2/transactions', { status: 307, text: '', headers })
    await expect(connect({ apiKey: 'secret' }).getTip()).rejects.toBeInstanceOf(UnexpectedAnswerError)
    expect(elsewhere.requests).toEqual([])
  } finally {
    await elsewhere.close()
  }
})

test.for([
  ['no JSON', { text: '<html>Welcome</html>' }],
  ['nothing', { text: '' }],
  ['another shape', { json: { chain_tip: { block_height: '7' } } }],
  ['a status of its own', { status: 418, json: { error: 'teapot' } }],
  ['that the route is gone', { status: 410, json: { error: 'Gone' } }],
] as const)(
  'an answer of %s is unexpected, and asking again does not help',
  async ([, answer], { node, connect }) => {
    node.answer('GET /extended', answer)
    node.answer('POST /v2/contracts/call-read/*', answer)
    const client = connect()
    for (const asked of [client.getTip(), client.getTotalRecords()]) {
      const error = await failureOf(asked)
      expect(error).toBeInstanceOf(UnexpectedAnswerError)
      expect(error).toMatchObject({
        retryable: false,
        shortMessage: expect.stringContaining('STACKS_API_URL'),
      })
    }
  },
)

test.for([401, 403])('a status of %i names the key as what to check', async (status, { node, connect }) => {
  node.answer('GET /extended', { status, json: { error: 'no' } })
  await expect(connect().getTip()).rejects.toThrow(/STACKS_API_KEY/)
})
