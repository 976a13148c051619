import { describe, expect } from 'vitest'
import { physician } from '../../testing/accounts.ts'
import { notFound } from '../../testing/chainAnswers.ts'
import { clientTest as test } from '../../testing/clientTest.ts'
import { failureOf } from '../../testing/failureOf.ts'
import { UnexpectedAnswerError } from '../errors/UnexpectedAnswerError.ts'

describe('an account', () => {
  const noncesRoute = `GET /extended/v3/principals/${physician.address}/nonces`

  test('has its nonces, mined, waiting and missing', async ({ node, connect }) => {
    const mempool = { last_nonce: 9, pending_nonces: [7, 9], missing_nonces: [8] }
    node.answer(noncesRoute, { json: { next_nonce: 10, last_confirmed_nonce: 6, mempool } })
    expect(await connect().getNonces({ principal: physician.address })).toEqual({
      nextNonce: 10n,
      lastConfirmedNonce: 6n,
      pendingNonces: [7n, 9n],
      missingNonces: [8n],
    })
  })

  test('that never sent anything begins at 0', async ({ node, connect }) => {
    const mempool = { last_nonce: null, pending_nonces: [], missing_nonces: [] }
    node.answer(noncesRoute, { json: { next_nonce: 0, last_confirmed_nonce: null, mempool } })
    expect(await connect().getNonces({ principal: physician.address })).toMatchObject({
      nextNonce: 0n,
      lastConfirmedNonce: null,
    })
  })

  test('whose nonces the API does not tell gets none made up', async ({ node, connect }) => {
    node.answer(noncesRoute, notFound())
    expect(await failureOf(connect().getNonces({ principal: physician.address }))).toBeInstanceOf(
      UnexpectedAnswerError,
    )
  })
})
