import { createFakeClock } from '@medikey/core/testing'
import type { WebClient } from '@slack/web-api'
import { describe, expect, test } from 'vitest'
import { createFakeSlack } from '../createFakeSlack.ts'
import { openClient } from '../openClient.ts'

const refused = (error: string) => ({ data: { ok: false, error } })

describe('tokens', () => {
  test('say who one is', async () => {
    const { slack, client } = await openClient()
    expect(await client.auth.test()).toMatchObject({
      team_id: slack.team,
      user_id: slack.bot.userId,
      bot_id: slack.bot.botId,
    })
  })

  test.each([
    ['none', undefined, 'not_authed'],
    ['a wrong one', 'xoxb-wrong', 'invalid_auth'],
  ])('%s is refused', async (_, token, error) => {
    const { toClient } = await openClient()
    await expect(toClient(token).auth.test()).rejects.toMatchObject(refused(error))
  })

  test('of the other kind are refused', async () => {
    const { slack, client, toClient } = await openClient()
    await expect(client.apps.connections.open()).rejects.toMatchObject(refused('not_allowed_token_type'))
    await expect(toClient(slack.appToken).auth.test()).rejects.toMatchObject(
      refused('not_allowed_token_type'),
    )
  })

  test('that were revoked are refused, and none is among the recorded calls', async () => {
    const { slack, client } = await openClient()
    await client.auth.test()
    slack.revokeTokens()
    await expect(client.auth.test()).rejects.toMatchObject(refused('invalid_auth'))
    expect(JSON.stringify(slack.calls())).not.toContain('xoxb')
  })

  test('do not help with a method that there is not', async () => {
    const { client } = await openClient()
    await expect(client.apiCall('chat.shout')).rejects.toMatchObject(refused('unknown_method'))
  })
})

describe('rate limits', () => {
  const history = (client: WebClient) => client.conversations.history({ channel: 'C0WARD' })

  test('of a method hold a minute and a workspace', async () => {
    const clock = createFakeClock()
    const { slack, client, toClient } = await openClient({
      clock,
      rateLimits: true,
      workspaces: [{ team: 'T0WARD', people: ['alice'] }],
    })
    for (let call = 0; call < 50; call += 1) await history(client)
    clock.advance(45_000)
    await expect(history(client)).rejects.toMatchObject({ retryAfter: 15 })
    await client.conversations.open({ users: 'U0ALICE' })
    await toClient(slack.workspaces[1]?.botToken).conversations.open({ users: 'U0ALICE' })
    clock.advance(15_000)
    await history(client)
  })

  test('are the least that Slack promises: one socket a minute', async () => {
    const { slack, toClient } = await openClient({ clock: createFakeClock(), rateLimits: true })
    const opener = toClient(slack.appToken)
    await opener.apps.connections.open()
    await expect(opener.apps.connections.open()).rejects.toMatchObject({ retryAfter: 60 })
  })
})

describe('scopes', () => {
  const manifest = (scopes: string[], features = {}) => ({
    display_information: { name: 'App' },
    oauth_config: { scopes: { bot: scopes } },
    features,
  })

  test.each([
    ['chat.postMessage', 'chat:write', { channel: 'C0WARD', text: 'x' }],
    ['chat.postEphemeral', 'chat:write', { channel: 'C0WARD', user: 'U0ALICE', text: 'x' }],
    ['chat.update', 'chat:write', { channel: 'C0WARD', ts: '1.000001', text: 'x' }],
    ['conversations.history', 'channels:history', { channel: 'C0WARD' }],
    ['conversations.history', 'groups:history', { channel: 'C0PRIVATE' }],
    ['conversations.replies', 'channels:history', { channel: 'C0WARD', ts: '1.000001' }],
    ['conversations.open', 'im:write', { users: 'U0ALICE' }],
    ['files.getUploadURLExternal', 'files:write', { filename: 'a.png', length: 1 }],
    ['files.completeUploadExternal', 'files:write', { files: [{ id: 'F1' }] }],
    ['users.info', 'users:read', { user: 'U0ALICE' }],
  ])('%s needs %s', async (method, needed, args) => {
    const { client } = await openClient({
      manifest: manifest(['commands', 'im:history']),
      privateChannels: ['C0PRIVATE'],
    })
    await expect(client.apiCall(method, args)).rejects.toMatchObject({
      data: { ok: false, error: 'missing_scope', needed, provided: 'commands,im:history' },
    })
  })

  test.each(['auth.test', 'views.publish'])('%s needs none', async (method) => {
    const { client } = await openClient({ manifest: manifest([], { app_home: { home_tab_enabled: true } }) })
    const view = { type: 'home', blocks: [{ type: 'divider' }] }
    expect(await client.apiCall(method, { user_id: 'U0ALICE', view })).toMatchObject({ ok: true })
  })

  test('are told with every answer', async () => {
    const { client } = await openClient({ manifest: manifest(['chat:write', 'im:write']) })
    const answer = await client.conversations.open({ users: 'U0ALICE' })
    expect(answer.response_metadata).toMatchObject({
      scopes: ['chat:write', 'im:write'],
      acceptedScopes: ['im:write'],
    })
  })

  test('and a manifest that Slack would refuse is refused', async () => {
    await expect(
      createFakeSlack({ manifest: { ...manifest([]), display_information: { name: 'x'.repeat(36) } } }),
    ).rejects.toThrow()
  })
})

describe('several workspaces', () => {
  test('have a token, a bot, people and channels each', async () => {
    const { slack, client, toClient } = await openClient({
      workspaces: [{ team: 'T0WARD', people: ['alice'], channels: ['C0ELSEWHERE'] }],
    })
    const [home, ward] = slack.workspaces
    const there = toClient(ward?.botToken)
    expect(await there.auth.test()).toMatchObject({ team_id: 'T0WARD', user_id: ward?.bot.userId })
    expect(ward?.bot.userId).not.toBe(home?.bot.userId)
    await there.chat.postMessage({ channel: 'C0ELSEWHERE', text: 'x' })
    await expect(client.chat.postMessage({ channel: 'C0ELSEWHERE', text: 'x' })).rejects.toMatchObject(
      refused('channel_not_found'),
    )
    const [here, other] = await Promise.all(
      [client, there].map((one) => one.conversations.open({ users: 'U0ALICE' })),
    )
    expect(here?.channel?.id).not.toBe(other?.channel?.id)
    await there.chat.postMessage({ channel: other?.channel?.id ?? '', text: 'psst' })
    expect(slack.directMessages('U0ALICE')).toEqual([])
    expect(slack.directMessages('U0ALICE', 'T0WARD')).toMatchObject([{ text: 'psst' }])
    await expect(there.users.info({ user: 'U0BEN' })).rejects.toMatchObject(refused('user_not_found'))
  })
})

describe('faults', () => {
  test.each([
    [{ kind: 'rate_limited', retryAfterSeconds: 9 }, 0],
    [{ kind: 'error', error: 'fatal_error' }, 0],
    [{ kind: 'status', status: 500, accepted: false }, 0],
    [{ kind: 'status', status: 500, accepted: true }, 1],
    [{ kind: 'drop', accepted: false }, 0],
    [{ kind: 'drop', accepted: true }, 1],
  ] as const)('%j fails once and leaves %i messages', async (fault, left) => {
    const { client, slack } = await openClient()
    slack.fail({ method: 'chat.postMessage', ...fault })
    await expect(client.chat.postMessage({ channel: 'C0WARD', text: 'x' })).rejects.toThrow()
    expect(slack.messages('C0WARD')).toHaveLength(left)
    await client.chat.postMessage({ channel: 'C0WARD', text: 'x' })
    expect(slack.messages('C0WARD')).toHaveLength(left + 1)
  })

  test('a late answer comes after the message is there', async () => {
    const { client, slack } = await openClient()
    slack.fail({ method: 'chat.postMessage', kind: 'delay', ms: 50 })
    const posting = client.chat.postMessage({ channel: 'C0WARD', text: 'x' })
    await expect.poll(() => slack.messages('C0WARD').length).toBe(1)
    expect(await posting).toMatchObject({ ok: true })
  })
})
