import { createMessage } from '@medikey/core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFakeSlack } from '../../testing/createFakeSlack.ts'
import type { FakeSlack } from '../../testing/FakeSlack.ts'
import { renderText } from '../../testing/renderText.ts'
import { silentLogger } from '../../testing/silentLogger.ts'
import { connectSlack } from '../connection/connectSlack.ts'

const png = new Uint8Array(Buffer.from('89504e470d0a1a0a00', 'hex'))
const posting = {
  key: 'digest-1',
  message: createMessage({ title: 'Daily digest' }),
  images: [{ name: 'draws.png', alt: 'Draws: 12', png }],
  maybePosted: false,
}
const SCOPES = ['chat:write', 'channels:history', 'files:write']

let slack: FakeSlack
beforeEach(async () => {
  slack = await createFakeSlack()
})
afterEach(() => slack.close())

async function connect() {
  const { messenger } = await connectSlack({
    config: { mode: 'socket', botToken: slack.botToken, appToken: slack.appToken, apiUrl: slack.apiUrl },
    channels: { approvals: 'C0APPROVE', alerts: 'C0ALERTS' },
    logger: silentLogger,
  })
  return messenger
}
const listShown = () => slack.messages('C0ALERTS').map((message) => renderText(message))

test('a picture that Slack still works on is waited for, and uploaded once', async () => {
  const messenger = await connect()
  slack.keepBusy(2)
  await expect(messenger.postDigest(posting)).rejects.toMatchObject({ retryAfterMs: 2_000, ambiguous: false })
  await expect(messenger.postDigest({ ...posting, maybePosted: true })).rejects.toThrow('still at work')
  await messenger.postDigest({ ...posting, maybePosted: true })
  expect(listShown()).toEqual([expect.stringContaining('[picture: Draws: 12]')])
  expect(slack.files()).toHaveLength(1)
})

test('a picture that Slack never shows keeps no word back', async () => {
  const messenger = await connect()
  slack.keepBusy(100)
  for (let attempt = 1; attempt < 5; attempt += 1) {
    await expect(messenger.postDigest({ ...posting, maybePosted: attempt > 1 })).rejects.toThrow(
      'still at work',
    )
  }
  await messenger.postDigest({ ...posting, maybePosted: true })
  expect(listShown()).toEqual([expect.stringContaining('Without its pictures: Slack does not show them.')])
})

test('an app without the scope posts the words, and says what to do', async () => {
  await slack.close()
  slack = await createFakeSlack({
    manifest: {
      display_information: { name: 'MediKey' },
      oauth_config: { scopes: { bot: SCOPES.filter((scope) => scope !== 'files:write') } },
      settings: { socket_mode_enabled: true },
    },
  })
  await (await connect()).postDigest(posting)
  expect(listShown()).toEqual([
    expect.stringMatching(/Daily digest[\s\S]*Without its pictures: The app lacks a scope.*manifest\.yaml/),
  ])
})

test.each([
  ['asks to slow down', { method: 'files.getUploadURLExternal', kind: 'rate_limited', retryAfterSeconds: 3 }],
  ['loses the bytes', { method: 'upload', kind: 'drop', accepted: false }],
  [
    'does not finish',
    { method: 'files.completeUploadExternal', kind: 'status', status: 503, accepted: false },
  ],
] as const)('where Slack %s, it is tried again as a whole', async (_, fault) => {
  const messenger = await connect()
  slack.fail(fault)
  await expect(messenger.postDigest(posting)).rejects.toMatchObject({ retryAfterMs: expect.any(Number) })
  expect(listShown()).toEqual([])
  await messenger.postDigest({ ...posting, maybePosted: true })
  expect(listShown()).toEqual([expect.stringContaining('[picture: Draws: 12]')])
})

test('a digest that was posted before is found without uploading anything', async () => {
  await (await connect()).postDigest(posting)
  await (await connect()).postDigest({ ...posting, maybePosted: true })
  expect(listShown()).toHaveLength(1)
  expect(slack.files()).toHaveLength(1)
})
