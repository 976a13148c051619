import { PassThrough } from 'node:stream'
import { createClinic } from '@medikey/core/testing'
import { createFakeDiscord, type FakeDiscord } from '@medikey/discord/testing'
import { type Config, createLogger, createSecret } from '@medikey/runtime'
import { createFakeSlack, type FakeSlack } from '@medikey/slack/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openChat } from './openChat.ts'
import { parseParts } from './parseParts.ts'

let slack: FakeSlack
let discord: FakeDiscord
beforeEach(async () => {
  ;[slack, discord] = await Promise.all([createFakeSlack(), createFakeDiscord()])
})
afterEach(async () => {
  await Promise.all([slack.close(), discord.close()])
})

const open = (options: { only?: string; without?: readonly ('slack' | 'discord')[] } = {}) => {
  const { only = null, without = [] } = options
  const all: Pick<Config, 'slack' | 'discord'> = {
    slack: {
      mode: 'socket',
      botToken: createSecret(slack.botToken),
      appToken: createSecret(slack.appToken),
      apiUrl: slack.apiUrl,
      channels: { approvals: 'C0APPROVE', alerts: 'C0ALERTS' },
    },
    discord: {
      token: createSecret(discord.token),
      apiUrl: discord.apiUrl,
      channels: { approvals: discord.channels.approvals, alerts: discord.channels.alerts },
    },
  }
  const config = {
    demo: true,
    slack: without.includes('slack') ? null : all.slack,
    discord: without.includes('discord') ? null : all.discord,
  }
  const logger = createLogger({ level: 'silent', name: 'test' })
  return openChat({ config, parts: parseParts(only), out: new PassThrough(), logger })
}
const summarize = (chat: Awaited<ReturnType<typeof open>>) => ({
  platforms: chat.platforms,
  messengers: chat.messengers.map(({ platform }) => platform),
  apps: chat.createApps(createClinic().deps).map(({ platform }) => platform),
  workspaces: chat.workspaces,
})

test('both platforms run beside each other, each with its own workspace', async () => {
  expect(summarize(await open())).toEqual({
    platforms: ['slack', 'discord'],
    messengers: ['slack', 'discord'],
    apps: ['slack', 'discord'],
    workspaces: { slack: slack.team, discord: discord.guildId },
  })
})

test('a process that serves one of them knows the other’s workspace too', async () => {
  expect(summarize(await open({ only: 'discord' }))).toEqual({
    platforms: ['slack', 'discord'],
    messengers: ['discord'],
    apps: ['discord'],
    workspaces: { slack: slack.team, discord: discord.guildId },
  })
})

test('without a platform the demo is drawn on the terminal, by the process that has this part', async () => {
  const chat = await open({ without: ['slack', 'discord'] })
  expect(summarize(chat)).toMatchObject({ platforms: ['terminal'], messengers: ['terminal'], apps: [] })
  expect(chat.terminal).not.toBeNull()
  expect((await open({ without: ['slack', 'discord'], only: 'worker' })).terminal).toBeNull()
  expect((await open()).terminal).toBeNull()
})

test('a channel that the app was never invited to is found before anything is posted', async () => {
  slack.removeFrom('C0ALERTS')
  expect(await (await open()).prepare()).toEqual([
    expect.stringMatching(/^Channel C0ALERTS: .*\/invite @MediKey/),
  ])
})

test('a channel in which the bot may not do enough is found before anything is posted', async () => {
  discord.forbid(discord.channels.approvals, 'CreatePublicThreads')
  expect(await (await open()).prepare()).toEqual([
    expect.stringMatching(/^Channel \d+: the bot lacks Create Public Threads\./),
  ])
})

test('where all channels are open there is nothing to say', async () => {
  expect(await (await open()).prepare()).toEqual([])
})

test('a process that posts to no platform asks for no channel', async () => {
  slack.removeFrom('C0ALERTS')
  discord.forbid(discord.channels.approvals, 'SendMessages')
  expect(await (await open({ only: 'worker' })).prepare()).toEqual([])
  expect(discord.commands()).toEqual([])
})

test('Discord offers the commands of this version after a start, and nothing is written at the next one', async () => {
  await (await open()).prepare()
  expect(discord.commands()).toMatchObject([{ name: 'medikey', guildId: discord.guildId }])
  await (await open()).prepare()
  expect(discord.calls('PUT /applications/:application/guilds/:guild/commands')).toHaveLength(1)
})

test('where Discord does not take the commands the rest goes on, and it is told', async () => {
  const route = 'GET /applications/:application/guilds/:guild/commands'
  discord.fail({ route, kind: 'error', status: 403, code: 50_001 })
  expect(await (await open()).prepare()).toEqual([expect.stringContaining('applications.commands')])
})
