import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { KnownBlock } from '@slack/web-api'
import { describe, expect, onTestFinished, test } from 'vitest'
import { connectApp } from './connectApp.ts'
import { createFakeSlack } from './createFakeSlack.ts'

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const row = (...values: string[]): KnownBlock => ({
  type: 'actions',
  block_id: values.join('-'),
  elements: values.map((value) => ({ type: 'button', action_id: `go_${value}`, value, text: plain('Go') })),
})
const home = { type: 'home' as const, blocks: [row('one'), row('two')] }
const refused = (error: string) => ({ data: { ok: false, error } })

async function openHome() {
  const app = await connectApp()
  await app.client.views.publish({ user_id: 'U0ALICE', view: home })
  const view = app.slack.home('U0ALICE')
  if (view === undefined) throw new Error('no home')
  return { ...app, view }
}

describe('the Home tab', () => {
  test('is opened by an event, which brings what was published before', async () => {
    const { slack, client, received } = await connectApp()
    await slack.openHome({ user: 'U0ALICE' })
    expect(received[0]).toMatchObject({
      type: 'events_api',
      payload: {
        type: 'event_callback',
        team_id: 'T0CLINIC',
        event: { type: 'app_home_opened', user: 'U0ALICE', tab: 'home' },
      },
    })
    expect(received[0]?.payload.event).not.toHaveProperty('view')
    await client.views.publish({ user_id: 'U0ALICE', view: home })
    await slack.openHome({ user: 'U0ALICE' })
    expect(received[1]?.payload.event).toMatchObject({ view: { type: 'home', hash: expect.any(String) } })
  })

  test('is one a person, replaced by the next', async () => {
    const { slack, client, view } = await openHome()
    await client.views.publish({ user_id: 'U0ALICE', view: { ...home, blocks: [row('three')] } })
    expect(slack.home('U0ALICE')).toBe(view)
    expect(view.view.blocks).toHaveLength(1)
    expect(slack.home('U0BEN')).toBeUndefined()
    expect(slack.modal('U0ALICE')).toBeUndefined()
  })

  test('has buttons, which say in which view they stand and have no response address', async () => {
    const { slack, view, received } = await openHome()
    await slack.click({ user: 'U0ALICE', view, actionId: 'go_two' })
    expect(received[0]?.payload).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: view.id },
      view: { id: view.id, type: 'home', app_installed_team_id: 'T0CLINIC' },
      actions: [{ action_id: 'go_two', value: 'two' }],
    })
    expect(Object.keys(received[0]?.payload ?? {})).not.toContain('response_url')
    expect(Object.keys(received[0]?.payload ?? {})).not.toContain('message')
  })

  test('is seen by its person alone', async () => {
    const { slack, view } = await openHome()
    await expect(slack.click({ user: 'U0BEN', view, actionId: 'go_one' })).rejects.toThrow('does not see')
  })

  test.each([
    ['a title', { title: plain('x') }],
    ['no blocks', { blocks: [] }],
    ['101 blocks', { blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) }],
    ['a block id twice', { blocks: [row('one'), row('one')] }],
    ['a memory of 3,001 characters', { private_metadata: 'x'.repeat(3001) }],
  ])('with %s is refused', async (_, parts) => {
    const { client } = await connectApp()
    const publishing = client.views.publish({
      user_id: 'U0ALICE',
      view: { ...home, ...parts } as typeof home,
    })
    await expect(publishing).rejects.toMatchObject(refused('invalid_arguments'))
  })

  test('of more than 250 kilobytes is refused', async () => {
    const { client } = await connectApp()
    const section = {
      type: 'section' as const,
      fields: Array.from({ length: 2 }, () => plain('x'.repeat(2000))),
    }
    const view = { ...home, blocks: Array.from({ length: 100 }, () => section) }
    await expect(client.views.publish({ user_id: 'U0ALICE', view })).rejects.toMatchObject(
      refused('view_too_large'),
    )
  })

  test('changes only for who knows its hash, where one is given', async () => {
    const { client, view } = await openHome()
    const { hash } = view
    await client.views.publish({ user_id: 'U0ALICE', view: home, hash })
    await expect(client.views.publish({ user_id: 'U0ALICE', view: home, hash })).rejects.toMatchObject(
      refused('hash_conflict'),
    )
  })
})

describe('a message shortcut', () => {
  test('brings the message, whoever wrote it, and a trigger', async () => {
    const { slack, received } = await connectApp()
    const message = slack.say({ user: 'U0BEN', channel: 'C0WARD', text: 'who can see record 7?' })
    await slack.useShortcut({ user: 'U0ALICE', message, callbackId: 'ask' })
    expect(received[0]).toMatchObject({
      type: 'interactive',
      payload: {
        type: 'message_action',
        callback_id: 'ask',
        user: { id: 'U0ALICE' },
        channel: { id: 'C0WARD' },
        message: { user: 'U0BEN', text: 'who can see record 7?' },
        trigger_id: expect.any(String),
        response_url: expect.any(String),
      },
    })
  })
})

describe('a message that only one person sees', () => {
  async function show() {
    const app = await connectApp()
    await app.client.chat.postEphemeral({
      channel: 'C0WARD',
      user: 'U0ALICE',
      text: 'x',
      blocks: [row('one')],
    })
    const [message] = app.slack.ephemerals('U0ALICE')
    if (message === undefined) throw new Error('no message')
    return { ...app, message }
  }

  test('has buttons for that person, and Slack does not send it along', async () => {
    const { slack, message, received } = await show()
    await slack.click({ user: 'U0ALICE', message, actionId: 'go_one' })
    expect(received[0]?.payload).toMatchObject({
      container: { type: 'message', message_ts: message.ts, is_ephemeral: true },
    })
    expect(Object.keys(received[0]?.payload ?? {})).not.toContain('message')
    await expect(slack.click({ user: 'U0BEN', message, actionId: 'go_one' })).rejects.toThrow('does not see')
  })

  test('is replaced and removed through the address that a click on it gives', async () => {
    const { slack, message, received } = await show()
    await slack.click({ user: 'U0ALICE', message, actionId: 'go_one' })
    const url = String(received[0]?.payload.response_url)
    const post = (body: object) => fetch(url, { method: 'POST', body: JSON.stringify(body) })
    await post({ replace_original: true, text: 'done' })
    expect(slack.ephemerals('U0ALICE')).toMatchObject([{ text: 'done', blocks: [], edits: 1 }])
    await post({ delete_original: true })
    expect(slack.ephemerals('U0ALICE')).toEqual([])
  })
})

describe('an app that does not acknowledge', () => {
  test('in time is told to the person as operation_timeout, and fails the test', async () => {
    const { slack, answer } = await connectApp({ acknowledgeWithinMs: 20 })
    answer.payload = null
    await expect(slack.command({ user: 'U0ALICE', text: 'help' })).rejects.toThrow('operation_timeout')
    expect(slack.notices('U0ALICE')).toEqual([
      { user: 'U0ALICE', what: '/medikey', error: 'operation_timeout' },
    ])
  })

  test('behind HTTP likewise, and a failing one is told as dispatch_failed', async () => {
    const slack = await createFakeSlack({ acknowledgeWithinMs: 50 })
    onTestFinished(slack.close)
    const server = createServer((request, response) => {
      if (request.url === '/fails') response.writeHead(500).end()
    }).listen(0, '127.0.0.1')
    onTestFinished(async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    })
    await once(server, 'listening')
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    slack.deliverTo(`${origin}/hangs`)
    await expect(slack.command({ user: 'U0ALICE', text: 'help' })).rejects.toThrow('operation_timeout')
    slack.deliverTo(`${origin}/fails`)
    expect(await slack.command({ user: 'U0ALICE', text: 'help' })).toMatchObject({ status: 500 })
    expect(slack.notices('U0ALICE').map(({ error }) => error)).toEqual([
      'operation_timeout',
      'dispatch_failed',
    ])
  })
})

describe('connections', () => {
  test('take turns', async () => {
    const { slack, frames, openSocket } = await connectApp()
    const second = await openSocket()
    expect(second.frames).toMatchObject([{ type: 'hello', num_connections: 2 }])
    await slack.command({ user: 'U0ALICE', text: 'one' })
    await slack.command({ user: 'U0ALICE', text: 'two' })
    expect([frames.length, second.frames.length]).toEqual([2, 2])
  })

  test('are ten at most', async () => {
    const { slack, openSocket } = await connectApp()
    for (let count = 1; count < 10; count += 1) await openSocket()
    expect((await openSocket()).frames).toMatchObject([{ type: 'disconnect', reason: 'too_many_websockets' }])
    expect(slack.countConnections()).toBe(10)
  })

  test('are warned before they are closed', async () => {
    const { slack, socket, frames } = await connectApp()
    slack.disconnect('warning')
    await expect.poll(() => frames.at(-1)).toMatchObject({ type: 'disconnect', reason: 'warning' })
    await slack.command({ user: 'U0ALICE', text: 'still there' })
    slack.disconnect()
    await once(socket, 'close')
    await expect.poll(slack.countConnections).toBe(0)
  })
})

describe('what a manifest does not declare', () => {
  const manifest = (parts: object = {}) => ({
    display_information: { name: 'App' },
    oauth_config: { scopes: { bot: ['commands', 'chat:write'] } },
    ...parts,
  })

  test('does not happen', async () => {
    const { slack, client } = await connectApp({ manifest: manifest() })
    const message = slack.say({ user: 'U0BEN', channel: 'C0WARD', text: 'x' })
    await expect(slack.command({ user: 'U0ALICE', text: '' })).rejects.toThrow('Slack knows no /medikey')
    await expect(slack.openHome({ user: 'U0ALICE' })).rejects.toThrow('bot_events')
    await expect(slack.useShortcut({ user: 'U0ALICE', message, callbackId: 'ask' })).rejects.toThrow(
      'Slack knows no shortcut ask',
    )
    await client.chat.postMessage({ channel: 'C0WARD', text: 'x', blocks: [row('one')] })
    const [, card] = slack.messages('C0WARD')
    if (card === undefined) throw new Error('no card')
    await expect(slack.click({ user: 'U0ALICE', message: card, actionId: 'go_one' })).rejects.toThrow(
      'interactivity',
    )
    await expect(client.views.publish({ user_id: 'U0ALICE', view: home })).rejects.toMatchObject(
      refused('not_enabled'),
    )
  })

  test('is what a command’s escaping goes by', async () => {
    const slash_commands = [{ command: '/medikey', description: 'x', should_escape: false }]
    const { slack, received } = await connectApp({ manifest: manifest({ features: { slash_commands } }) })
    await slack.command({ user: 'U0ALICE', text: 'grant 1 @nadia <b>' })
    expect(received[0]?.payload).toMatchObject({ text: 'grant 1 @nadia <b>' })
  })
})
