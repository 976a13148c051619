import { expect } from 'vitest'
import { physician, staff } from '../../testing/accounts.ts'
import { notFound } from '../../testing/chainAnswers.ts'
import { clientTest as test } from '../../testing/clientTest.ts'
import { failureOf } from '../../testing/failureOf.ts'
import { UnexpectedAnswerError } from '../errors/UnexpectedAnswerError.ts'

const principal = physician.address
const route = `GET /extended/v3/principals/${principal}/nonces`
const mempoolRoute = `GET /extended/v3/principals/${principal}/mempool/transactions`

const nonces = (
  confirmed: number | null,
  last: number | null,
  pending: number[] = [],
  missing: number[] = [],
) => ({
  json: {
    next_nonce: Math.max(confirmed ?? -1, last ?? -1) + 1,
    last_confirmed_nonce: confirmed,
    mempool: { last_nonce: last, pending_nonces: pending, missing_nonces: missing },
  },
})
const waiting = (sent: (readonly [string, number])[], next: string | null = null) => ({
  json: {
    total: sent.length,
    limit: 50,
    cursor: { next, previous: null, current: null },
    results: sent.map(([address, nonce]) => ({ sender: { address, nonce }, status: 'pending' })),
  },
})

test('an account that never sent anything begins at 0', async ({ node, connect }) => {
  node.answer(route, nonces(null, null))
  expect(await connect().getNonces({ principal })).toEqual({
    nextNonce: 0n,
    lastConfirmedNonce: null,
    pendingNonces: [],
    missingNonces: [],
  })
})

test('the last waiting nonce is among those that wait, which the API leaves out', async ({
  node,
  connect,
}) => {
  node.answer(route, nonces(6, 9, [7], [8]))
  expect(await connect().getNonces({ principal })).toEqual({
    nextNonce: 10n,
    lastConfirmedNonce: 6n,
    pendingNonces: [7n, 9n],
    missingNonces: [8n],
  })
  node.answer(route, nonces(6, 7))
  expect(await connect().getNonces({ principal })).toMatchObject({ pendingNonces: [7n], missingNonces: [] })
})

test('a nonce that was just mined does not wait any more', async ({ node, connect }) => {
  node.answer(route, nonces(7, 7))
  expect(await connect().getNonces({ principal })).toMatchObject({ nextNonce: 8n, pendingNonces: [] })
})

test('nonces are told in their order', async ({ node, connect }) => {
  node.answer(route, nonces(6, 12, [11, 8], [10, 9, 7]))
  expect(await connect().getNonces({ principal })).toMatchObject({
    pendingNonces: [8n, 11n, 12n],
    missingNonces: [7n, 9n, 10n],
  })
})

test('of an account without a mined one, the mempool itself is asked, page by page', async ({
  node,
  connect,
}) => {
  node.answer(route, nonces(null, 4))
  node.answer(mempoolRoute, ({ query }) =>
    query.get('cursor') === 'older'
      ? waiting([[principal, 1]])
      : waiting(
          [
            [principal, 4],
            [staff.address, 0],
            [principal, 2],
          ],
          'older',
        ),
  )
  expect(await connect().getNonces({ principal })).toEqual({
    nextNonce: 5n,
    lastConfirmedNonce: null,
    pendingNonces: [1n, 2n, 4n],
    missingNonces: [0n, 3n],
  })
})

test('what cannot be seen for the crowd counts as waiting, never as free', async ({ node, connect }) => {
  node.answer(route, nonces(null, 2))
  node.answer(mempoolRoute, waiting([[staff.address, 9]], 'and so on'))
  expect(await connect().getNonces({ principal })).toMatchObject({
    pendingNonces: [0n, 1n, 2n],
    missingNonces: [],
  })
})

test('nothing is made up where the API tells nothing, or nonsense', async ({ node, connect }) => {
  for (const answer of [notFound(), nonces(null, 9_000_000), { json: { next_nonce: 3 } }]) {
    node.answer(route, answer)
    expect(await failureOf(connect().getNonces({ principal }))).toBeInstanceOf(UnexpectedAnswerError)
  }
})
