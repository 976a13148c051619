import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createDirectory, type Deps, deliverLane } from '@medikey/core'
import { createClinic, people } from '@medikey/core/testing'
import { WebClient } from '@slack/web-api'
import { createEmulator } from 'emulate'
import { expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { signRequest } from '../testing/signRequest.ts'
import { silentLogger } from '../testing/silentLogger.ts'
import { createSlackApp } from './app.ts'
import { connectSlack } from './connection/connectSlack.ts'

const signingSecret = 'a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4'
const botToken = 'xoxb-clinic'
const bot = { bot_id: 'B000000009', bot_user_id: 'U000000009' }
const app = { client_id: '1.2', client_secret: 's', app_id: 'A000000001', name: 'MediKey', redirect_uris: [] }
async function listen(listener: RequestListener = () => undefined) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { port, close }
}

async function startEmulator() {
  const free = await listen()
  await free.close()
  const emulator = await createEmulator({
    service: 'slack',
    port: free.port,
    seed: {
      slack: {
        users: [{ name: 'cmo' }, { name: 'alice' }, { name: 'nadia' }],
        channels: [{ name: 'approvals' }, { name: 'alerts' }],
        oauth_apps: [{ ...app, ...bot, bot_name: 'medikey' }],
        tokens: [{ token: botToken, type: 'bot', user_id: bot.bot_user_id, app_id: app.app_id, ...bot }],
      },
    },
  })
  onTestFinished(() => emulator.close())
  const apiUrl = `http://127.0.0.1:${free.port}/api/`
  const client = new WebClient(botToken, { slackApiUrl: apiUrl })
  const { members = [] } = await client.users.list({})
  const { channels = [] } = await client.conversations.list({})
  const userId = (name: string) => members.find((member) => member.name === name)?.id ?? ''
  const channelId = (name: string) => channels.find((channel) => channel.name === name)?.id ?? ''
  for (const name of ['approvals', 'alerts']) await client.conversations.join({ channel: channelId(name) })
  return { apiUrl, client, userId, channelId }
}

test('somebody else’s emulator of Slack takes what we send, from the command to the edited card', async () => {
  const { apiUrl, client, userId, channelId } = await startEmulator()
  const approvals = channelId('approvals')
  const connection = await connectSlack({
    config: { mode: 'http', botToken, signingSecret, apiUrl },
    channels: { approvals, alerts: channelId('alerts') },
    logger: silentLogger,
  })
  const { workspace } = connection
  const deps: Deps = {
    ...createClinic().deps,
    directory: createDirectory({
      identities: (['cmo', 'alice', 'nadia'] as const).map((name) => ({
        name,
        principal: people[name],
        accounts: [{ platform: 'slack', workspace: null, userId: userId(name) }],
        source: 'declared',
      })),
      workspaces: { slack: workspace },
    }),
  }
  const slackApp = createSlackApp(deps, { connection, logger: silentLogger })
  const door = await listen(slackApp.requestListener)
  onTestFinished(door.close)

  async function send(fields: Record<string, string>): Promise<unknown> {
    const body = new URLSearchParams(fields).toString()
    const answer = await fetch(`http://127.0.0.1:${door.port}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...signRequest({ signingSecret, body }),
      },
    })
    expect(answer.status).toBe(200)
    return answer.text()
  }
  const trigger = async (name: string) => {
    const answer = await client.apiCall('views.generateTriggerId', { user_id: userId(name) })
    return z.object({ trigger_id: z.string() }).parse(answer).trigger_id
  }
  async function deliver(): Promise<void> {
    const now = deps.clock.now()
    const lanes = await deps.store.listDueLanes({ now, staleBefore: now, limit: 10 })
    for (const lane of lanes) await deliverLane(deps, { lane, messenger: connection.messenger })
  }
  const history = async () => (await client.conversations.history({ channel: approvals })).messages ?? []

  const open = vi.spyOn(connection.client.views, 'open')
  const person = { team_id: workspace, user_id: userId('alice') }
  const place = { channel_id: approvals, trigger_id: await trigger('alice') }
  await send({ ...person, ...place, command: '/medikey', text: `grant 1 <@${userId('nadia')}|nadia>` })
  const opened = await vi.waitFor(
    () => open.mock.settledResults[0]?.value ?? Promise.reject(new Error('no form')),
  )
  expect(opened.view).toMatchObject({ callback_id: 'medikey_form_grant', blocks: { length: 6 } })

  const values = {
    record: { record: { value: '1' } },
    staff: { staff: { selected_user: userId('nadia') } },
    limit: { limit: { value: '500' } },
    reason: { reason: { value: 'ward round *now* <!channel>' } },
  }
  const team = { id: workspace }
  await send({
    payload: JSON.stringify({
      type: 'view_submission',
      team,
      user: { id: userId('alice'), team_id: workspace },
      view: { ...opened.view, state: { values } },
    }),
  })
  await vi.waitFor(async () => expect(await deps.store.findRequests({ limit: 1 })).toHaveLength(1))
  await deliver()
  const [card, ...others] = await history()
  expect(others).toEqual([])
  expect(JSON.stringify(card?.blocks)).toContain('ward round *now* <!channel>')
  expect(card?.metadata).toMatchObject({
    event_type: 'medikey_message',
    event_payload: { request_id: expect.any(String) },
  })

  const request = (await deps.store.findRequests({ limit: 1 }))[0]
  await send({
    payload: JSON.stringify({
      type: 'block_actions',
      team,
      user: { id: userId('cmo'), team_id: workspace },
      trigger_id: await trigger('cmo'),
      container: { type: 'message', channel_id: approvals, message_ts: card?.ts },
      channel: { id: approvals },
      message: card,
      actions: [{ type: 'button', action_id: 'medikey_approve', block_id: 'b', value: request?.id }],
    }),
  })
  await vi.waitFor(async () =>
    expect(await deps.store.findRequests({ limit: 1 })).toMatchObject([{ status: 'approved' }]),
  )
  await deliver()
  const [edited] = await history()
  expect(edited?.ts).toBe(card?.ts)
  expect(JSON.stringify(edited?.blocks)).toContain('Approved')
  expect(JSON.stringify(edited?.blocks)).not.toContain('medikey_approve')
  const { messages: thread = [] } = await client.conversations.replies({
    channel: approvals,
    ts: card?.ts ?? '',
  })
  expect(thread).toHaveLength(2)

  const again = await connection.messenger.postCard({
    key: z.object({ event_payload: z.object({ key: z.string() }) }).parse(card?.metadata).event_payload.key,
    requestId: request?.id ?? '',
    userId: null,
    message: { title: 'Again', tone: 'neutral', paragraphs: [], fields: [], footer: [], actions: [] },
    maybePosted: true,
  })
  expect(again.messageId).toBe(card?.ts)
})
