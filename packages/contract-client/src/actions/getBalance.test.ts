import { expect } from 'vitest'
import { physician } from '../../testing/accounts.ts'
import { clientTest as test } from '../../testing/clientTest.ts'
import { failureOf } from '../../testing/failureOf.ts'
import { UnexpectedAnswerError } from '../errors/UnexpectedAnswerError.ts'

const route = `GET /v2/accounts/${physician.address}`

test('an account has a balance in µSTX, however large', async ({ node, connect }) => {
  node.answer(route, {
    json: { balance: '0x0000000000000000002386f26fc0ffff', locked: '0x0', unlock_height: 0, nonce: 0 },
  })
  expect(await connect().getBalance({ principal: physician.address })).toBe(9_999_999_999_999_999n)
})

test('a balance that is no number is refused', async ({ node, connect }) => {
  node.answer(route, { json: { balance: '12', nonce: 0 } })
  expect(await failureOf(connect().getBalance({ principal: physician.address }))).toBeInstanceOf(
    UnexpectedAnswerError,
  )
})
