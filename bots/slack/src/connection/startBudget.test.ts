import { createMessage } from '@medikey/core'
import { expect, test } from 'vitest'
import { startClinic } from '../../testing/startClinic.ts'

test('an attempt whose look-up took too long does not post: somebody else may be about to', async () => {
  const { slack, connection } = await startClinic()
  slack.fail({ method: 'conversations.history', kind: 'delay', ms: 1600 })
  const message = createMessage({ title: 'x' })
  const posting = { key: 'k', message, requestId: 'r', userId: null, maybePosted: true }
  await expect(connection.messenger.postCard(posting)).rejects.toMatchObject({
    retryAfterMs: 1000,
    ambiguous: true,
  })
  expect(slack.messages('C0APPROVE')).toEqual([])
  await connection.messenger.postCard(posting)
  expect(slack.messages('C0APPROVE')).toHaveLength(1)
})

test('a direct message whose channel opened too late is sent at the next try', async () => {
  const { slack, connection } = await startClinic()
  slack.fail({ method: 'conversations.open', kind: 'delay', ms: 1600 })
  const posting = {
    key: 'k',
    message: createMessage({ title: 'x' }),
    workspace: 'T0CLINIC',
    userId: 'U0NADIA',
    maybePosted: false,
  }
  await expect(connection.messenger.notifyUser(posting)).rejects.toMatchObject({
    retryAfterMs: 1000,
    ambiguous: false,
  })
  expect(slack.directMessages('U0NADIA')).toEqual([])
  await connection.messenger.notifyUser({ ...posting, maybePosted: true })
  expect(slack.directMessages('U0NADIA')).toHaveLength(1)
})
