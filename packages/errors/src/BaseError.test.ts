import { expect, test } from 'vitest'
import { BaseError } from './index.ts'

test('tells the log the sentence and its facts, and the person only the sentence meant for them', () => {
  const error = new BaseError({
    code: 'NODE_UNREACHABLE',
    shortMessage: 'The node did not answer.',
    metaMessages: ['route: /v2/info'],
    userMessage: 'The chain cannot be reached. Try again in a minute.',
    retryable: true,
  })
  expect(error.message).toBe('The node did not answer.\nroute: /v2/info')
  expect(error.userMessage).toBe('The chain cannot be reached. Try again in a minute.')
  expect(error.retryable).toBe(true)
})

test('is final and speaks its own sentence unless told otherwise, and keeps its cause', () => {
  const cause = new Error('socket hang up')
  const error = new BaseError({ code: 'X', shortMessage: 'It failed.', cause })
  expect(error.retryable).toBe(false)
  expect(error.userMessage).toBe('It failed.')
  expect(error.cause).toBe(cause)
})
