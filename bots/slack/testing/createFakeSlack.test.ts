import { createFakeClock } from '@medikey/core/testing'
import type { KnownBlock } from '@slack/web-api'
import { describe, expect, test } from 'vitest'
import { openClient } from './openClient.ts'
import { signRequest } from './signRequest.ts'

const refused = (error: string) => ({ data: { ok: false, error } })
const plain = (text: string) => ({ type: 'plain_text', text })
const button = (parts: object = {}) => ({
  type: 'button',
  action_id: 'a',
  text: plain('x'),
  value: 'v',
  ...parts,
})
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const richText = (...elements: object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
})
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } })

describe('blocks', () => {
  const accepts: [string, object[]][] = [
    ['50 blocks', Array.from({ length: 50 }, () => ({ type: 'divider' }))],
    ['3,000 characters in a section', [section('x'.repeat(3000))]],
    ['150 characters in a header', [{ type: 'header', text: plain('x'.repeat(150)) }]],
    ['2,000 characters in a button’s value', [actions(button({ value: 'x'.repeat(2000) }))]],
    ['255 characters in an action id', [actions(button({ action_id: 'x'.repeat(255) }))]],
    ['the same action id in two blocks', [actions(button()), actions(button())]],
    ['10 fields', [{ type: 'section', fields: Array.from({ length: 10 }, () => plain('x')) }]],
    [
      'rich text',
      [richText({ type: 'text', text: 'x', style: { bold: true } }, { type: 'user', user_id: 'U1' })],
    ],
  ]
  const refuses: [string, object[], string?][] = [
    ['51 blocks', Array.from({ length: 51 }, () => ({ type: 'divider' }))],
    ['3,001 characters in a section', [section('x'.repeat(3001))]],
    ['an empty section', [section('')]],
    ['a section of nothing', [{ type: 'section' }]],
    ['151 characters in a header', [{ type: 'header', text: plain('x'.repeat(151)) }]],
    ['markup in a header', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }]],
    ['2,001 characters in a button’s value', [actions(button({ value: 'x'.repeat(2001) }))]],
    ['256 characters in an action id', [actions(button({ action_id: 'x'.repeat(256) }))]],
    ['76 characters on a button', [actions(button({ text: plain('x'.repeat(76)) }))]],
    ['the same action id twice in a block', [actions(button(), button())]],
    ['the same block id twice', ['b', 'b'].map((id) => ({ type: 'divider', block_id: id }))],
    [
      '26 buttons in a block',
      [actions(...Array.from({ length: 26 }, (_, index) => button({ action_id: `a${index}` })))],
    ],
    ['11 fields', [{ type: 'section', fields: Array.from({ length: 11 }, () => plain('x')) }]],
    [
      '11 elements of small print',
      [{ type: 'context', elements: Array.from({ length: 11 }, () => plain('x')) }],
    ],
    ['an unknown block', [{ type: 'banner', text: plain('x') }]],
    ['an unknown key', [{ type: 'divider', color: 'red' }]],
    [
      'an input in a message',
      [{ type: 'input', label: plain('x'), element: { type: 'plain_text_input', action_id: 'a' } }],
    ],
    ['empty rich text', [richText({ type: 'text', text: '' })]],
    ['a button style that there is not', [actions(button({ style: 'good' }))]],
    [
      'more than 13,200 characters',
      Array.from({ length: 5 }, () => section('x'.repeat(2900))),
      'msg_blocks_too_long',
    ],
  ]

  test.each(accepts)('take %s', async (_, blocks) => {
    const { client, slack } = await openClient()
    await client.chat.postMessage({ channel: 'C0WARD', text: 'x', blocks: blocks as KnownBlock[] })
    expect(slack.messages('C0WARD')).toHaveLength(1)
  })

  test.each(refuses)('refuse %s', async (_, blocks, error = 'invalid_blocks') => {
    const { client, slack } = await openClient()
    const posting = client.chat.postMessage({ channel: 'C0WARD', text: 'x', blocks: blocks as KnownBlock[] })
    await expect(posting).rejects.toMatchObject(refused(error))
    expect(slack.messages('C0WARD')).toEqual([])
  })
})

describe('messages', () => {
  test.each([
    ['an unknown channel', 'C0NOWHERE', 'channel_not_found'],
    ['a channel’s name', '#ward', 'channel_not_found'],
    ['a channel without the app', 'C0FOREIGN', 'not_in_channel'],
  ])('do not go into %s', async (_, channel, error) => {
    const { client } = await openClient({ foreignChannels: ['C0FOREIGN'] })
    await expect(client.chat.postMessage({ channel, text: 'x' })).rejects.toMatchObject(refused(error))
    await expect(client.chat.postEphemeral({ channel, user: 'U0ALICE', text: 'x' })).rejects.toMatchObject(
      refused(error),
    )
    await expect(client.conversations.history({ channel })).rejects.toMatchObject(refused(error))
  })

  test('of nothing are none', async () => {
    const { client } = await openClient()
    await expect(client.chat.postMessage({ channel: 'C0WARD', text: '' })).rejects.toMatchObject(
      refused('no_text'),
    )
  })

  test('come back page by page, newest first, with their metadata when asked', async () => {
    const { client } = await openClient()
    const metadata = (key: number) => ({ event_type: 't', event_payload: { key } })
    for (let key = 0; key < 5; key += 1) {
      await client.chat.postMessage({ channel: 'C0WARD', text: `m${key}`, metadata: metadata(key) })
    }
    const first = await client.conversations.history({
      channel: 'C0WARD',
      limit: 3,
      include_all_metadata: true,
    })
    expect(first.messages?.map(({ text }) => text)).toEqual(['m4', 'm3', 'm2'])
    expect(first.messages?.[0]?.metadata).toEqual(metadata(4))
    const cursor = first.response_metadata?.next_cursor
    const second = await client.conversations.history({ channel: 'C0WARD', limit: 3, cursor })
    expect(second.messages?.map(({ text, metadata: kept }) => [text, kept])).toEqual([
      ['m1', undefined],
      ['m0', undefined],
    ])
    expect(second.response_metadata?.next_cursor).toBe('')
  })

  test('below a message stand in its thread and not in the channel', async () => {
    const { client, slack } = await openClient()
    const { ts = '' } = await client.chat.postMessage({ channel: 'C0WARD', text: 'top' })
    await client.chat.postMessage({ channel: 'C0WARD', text: 'below', thread_ts: ts })
    expect((await client.conversations.history({ channel: 'C0WARD' })).messages).toHaveLength(1)
    expect((await client.conversations.replies({ channel: 'C0WARD', ts })).messages).toHaveLength(2)
    expect(slack.thread({ channel: 'C0WARD', ts })).toMatchObject([{ text: 'below' }])
    const lost = client.chat.postMessage({ channel: 'C0WARD', text: 'x', thread_ts: '1.000001' })
    await expect(lost).rejects.toMatchObject(refused('thread_not_found'))
  })

  test('are edited to no more than 4,000 bytes of text', async () => {
    const { client } = await openClient()
    const { ts = '' } = await client.chat.postMessage({ channel: 'C0WARD', text: 'é'.repeat(4000) })
    const update = (text: string) => client.chat.update({ channel: 'C0WARD', ts, text })
    await update('é'.repeat(2000))
    await expect(update('é'.repeat(2001))).rejects.toMatchObject(refused('msg_too_long'))
    await expect(
      client.chat.postMessage({ channel: 'C0WARD', text: 'x'.repeat(40_001) }),
    ).rejects.toMatchObject(refused('msg_too_long'))
  })

  test('are edited where they stand, if they do', async () => {
    const { client, slack } = await openClient()
    const { ts = '' } = await client.chat.postMessage({ channel: 'C0WARD', text: 'one' })
    await client.chat.update({ channel: 'C0WARD', ts, text: 'two' })
    expect(slack.messages('C0WARD')).toMatchObject([{ text: 'two', edits: 1 }])
    const lost = client.chat.update({ channel: 'C0WARD', ts: '1.000001', text: 'x' })
    await expect(lost).rejects.toMatchObject(refused('message_not_found'))
  })

  test('to a person go into the one channel with them', async () => {
    const { client, slack } = await openClient()
    const first = await client.conversations.open({ users: 'U0ALICE' })
    const second = await client.conversations.open({ users: 'U0ALICE' })
    expect(second.channel?.id).toBe(first.channel?.id)
    await client.chat.postMessage({ channel: first.channel?.id ?? '', text: 'psst' })
    expect(slack.directMessages('U0ALICE')).toMatchObject([{ text: 'psst' }])
    await expect(client.conversations.open({ users: 'U0NOBODY' })).rejects.toMatchObject(
      refused('user_not_found'),
    )
  })

  test('come no faster than one a second and channel, where the test says so', async () => {
    const clock = createFakeClock()
    const { client } = await openClient({ clock, rateLimits: true })
    await client.chat.postMessage({ channel: 'C0WARD', text: 'x' })
    await client.chat.postMessage({ channel: 'C0ALERTS', text: 'x' })
    await expect(client.chat.postMessage({ channel: 'C0WARD', text: 'x' })).rejects.toMatchObject({
      retryAfter: 1,
    })
    clock.advance(1000)
    await client.chat.postMessage({ channel: 'C0WARD', text: 'x' })
  })
})

describe('what people and administrators do', () => {
  test('an archived channel can be read, and not written into', async () => {
    const { slack, client } = await openClient()
    const { ts = '' } = await client.chat.postMessage({ channel: 'C0WARD', text: 'x' })
    slack.archive('C0WARD')
    const channel = 'C0WARD'
    expect((await client.conversations.history({ channel })).messages).toHaveLength(1)
    const writings = [
      () => client.chat.postMessage({ channel, text: 'x' }),
      () => client.chat.update({ channel, ts, text: 'x' }),
      () => client.chat.postEphemeral({ channel, user: 'U0ALICE', text: 'x' }),
    ]
    for (const write of writings) await expect(write()).rejects.toMatchObject(refused('is_archived'))
  })

  test('somebody who left is known as such, gets no new channel, and keeps the old one', async () => {
    const { slack, client } = await openClient()
    const { channel } = await client.conversations.open({ users: 'U0TOM' })
    slack.deactivate('U0TOM')
    slack.deactivate('U0NADIA')
    expect((await client.users.info({ user: 'U0TOM' })).user).toMatchObject({ deleted: true })
    await client.chat.postMessage({ channel: channel?.id ?? '', text: 'x' })
    expect(slack.directMessages('U0TOM')).toHaveLength(1)
    await expect(client.conversations.open({ users: 'U0NADIA' })).rejects.toMatchObject(
      refused('user_disabled'),
    )
    await expect(
      client.chat.postEphemeral({ channel: 'C0WARD', user: 'U0TOM', text: 'x' }),
    ).rejects.toMatchObject(refused('user_not_in_channel'))
    await expect(slack.command({ user: 'U0TOM', text: 'help' })).rejects.toThrow('has left')
  })

  test('another’s message is not the app’s to edit', async () => {
    const { slack, client } = await openClient()
    const { ts } = slack.say({ user: 'U0ALICE', channel: 'C0WARD', text: 'mine' })
    const editing = client.chat.update({ channel: 'C0WARD', ts, text: 'x' })
    await expect(editing).rejects.toMatchObject(refused('cant_update_message'))
    expect((await client.conversations.history({ channel: 'C0WARD' })).messages).toMatchObject([
      { user: 'U0ALICE', text: 'mine' },
    ])
  })
})

test('a signature is what Slack’s documentation computes', () => {
  const body =
    'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c'
  const signed = signRequest({
    signingSecret: '8f742231b10e8888abcd99yyyzzz85a5',
    body,
    at: new Date(1531420618 * 1000),
  })
  expect(signed['x-slack-signature']).toBe(
    'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
  )
})
