import { createFakeClock } from '@medikey/core/testing'
import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js'
import { describe, expect, onTestFinished, test } from 'vitest'
import WebSocket from 'ws'
import { createFakeDiscord } from '../createFakeDiscord.ts'
import type { WorldOptions } from '../createWorld.ts'
import { channelIds, userIds } from '../fixedIds.ts'
import { logIn } from '../logIn.ts'
import { repliable } from '../repliable.ts'

const { ward } = channelIds
const ping = { user: userIds.alice, command: 'test ping' }

/** An identify without discord.js's own wait of five seconds between two. */
const atOnce = { ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) } }

describe('an app', () => {
  test('is ready with its guild, its channels and what it may do there', async () => {
    const { discord, client, received, answer } = await logIn()
    const guild = client.guilds.cache.get(discord.guildId)
    const me = guild?.members.me
    const channel = guild?.channels.cache.get(ward)
    if (me === null || me === undefined) throw new Error('not in the guild')
    expect(client.user.id).toBe(discord.applicationId)
    expect(channel?.permissionsFor(me).has(['ViewChannel', 'SendMessages', 'CreatePublicThreads'])).toBe(true)
    discord.forbid(ward, 'SendMessages')
    await expect.poll(() => channel?.permissionsFor(me).has('SendMessages')).toBe(false)
    expect(channel?.permissionsFor(me).has('ViewChannel')).toBe(true)
    answer(async (interaction) => repliable(interaction).deferReply())
    await discord.command(ping)
    expect(received[0]?.appPermissions.has('SendMessages')).toBe(false)
  })

  test('is told about messages and threads that it asked to be told about, and about no answer for one person', async () => {
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages]
    const { discord, client, answer } = await logIn({ client: { intents } })
    const told: string[] = []
    client.on(Events.MessageCreate, ({ content }) => told.push(content))
    client.on(Events.MessageUpdate, (_, { content }) => told.push(`${content} edited`))
    client.on(Events.ThreadCreate, ({ name }) => told.push(name))
    answer(async (interaction) =>
      repliable(interaction).reply({ content: 'psst', flags: MessageFlags.Ephemeral }),
    )
    await discord.command(ping)
    const channel = await client.channels.fetch(ward)
    if (!channel?.isSendable()) throw new Error('no channel')
    const message = await channel.send('one')
    await message.edit('two')
    await message.startThread({ name: 'trail' })
    await client.users.send(userIds.nadia, 'to nadia')
    await expect.poll(() => told).toEqual(['one', 'two edited', 'trail', 'two edited'])
  })

  test('reads in a guild only what mentions it, unless it may read along', async () => {
    const intents = [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
    ]
    const { discord, client } = await logIn({ client: { intents } })
    const told: string[] = []
    client.on(Events.MessageCreate, ({ content }) => told.push(content))
    const mention = `<@${discord.applicationId}> hello`
    for (const text of ['hello', mention]) discord.say({ user: userIds.alice, channel: ward, text })
    discord.say({ user: userIds.alice, channel: ward, text: 'last' })
    await expect.poll(() => told).toEqual(['', mention, ''])
    const [first] = discord.messages(ward)
    const edit = client.rest.patch(`/channels/${ward}/messages/${first?.id}`, { body: { content: 'x' } })
    await expect(edit).rejects.toMatchObject({ code: 50005 })
  })

  test('may be in another guild too, and is told where something happens', async () => {
    const { discord, client, received, answer } = await logIn({ world: { isInvitedElsewhere: true } })
    expect([...client.guilds.cache.keys()]).toEqual([discord.guilds.clinic, discord.guilds.elsewhere])
    await client.application.commands.set([{ name: 'global', description: 'x' }])
    answer(async (interaction) => repliable(interaction).reply('hello'))
    const channel = discord.channels.lobby
    await expect(discord.command({ ...ping, channel })).rejects.toThrow('Nothing registered')
    await discord.command({ user: userIds.alice, command: 'global', channel })
    expect(received).toMatchObject([{ guildId: discord.guilds.elsewhere, channelId: channel }])
  })

  test('with a wrong token is sent away', async () => {
    const { client } = await unconnected()
    await expect(client.login('wrong')).rejects.toThrow('An invalid token was provided')
  })

  test.each([
    ['may not have', GatewayIntentBits.MessageContent, 'disallowed intents'],
    ['makes up', 1 << 30, 'invalid intents'],
  ])('asking for intents that it %s is sent away', async (_, intents, problem) => {
    const { client, discord } = await unconnected({}, intents)
    await expect(client.login(discord.token)).rejects.toThrow(problem)
  })

  test('may have privileged intents where the guild’s administrator says so', async () => {
    const { client, discord } = await unconnected(
      { hasPrivilegedIntents: true },
      GatewayIntentBits.Guilds | GatewayIntentBits.MessageContent,
    )
    await client.login(discord.token)
    await expect.poll(() => client.isReady()).toBe(true)
  })
})

describe('a connection that breaks', () => {
  test.each([
    ['with code 4000', ({ disconnect }: Breaker) => disconnect()],
    ['without a word', ({ cutConnections }: Breaker) => cutConnections()],
    ['because Discord wants it', ({ requestReconnect }: Breaker) => requestReconnect()],
    [
      'with an invalid session that may go on',
      ({ invalidateSession }: Breaker) => invalidateSession({ isResumable: true }),
    ],
  ])('%s is resumed, and what was missed comes then', async (_, breakIt) => {
    const { discord, received, answer } = await logIn()
    answer(async (interaction) => repliable(interaction).reply('here again'))
    breakIt(discord)
    await discord.command(ping)
    await expect.poll(discord.handshakes).toEqual(['identify', 'resume'])
    expect(received).toHaveLength(1)
    expect(discord.countConnections()).toBe(1)
  })

  test.each([
    ['because its session timed out', ({ disconnect }: Breaker) => disconnect(4009)],
    [
      'with an invalid session',
      ({ invalidateSession }: Breaker) => invalidateSession({ isResumable: false }),
    ],
  ])('%s begins anew', async (_, breakIt) => {
    const { discord, answer } = await logIn({ client: atOnce })
    answer(async (interaction) => repliable(interaction).reply('here again'))
    breakIt(discord)
    await expect.poll(discord.handshakes).toEqual(['identify', 'identify'])
    await discord.command(ping)
  })

  test('because the token was revoked stays broken', async () => {
    const { discord, client } = await logIn()
    const left = new Promise((resolve) => client.once(Events.ShardDisconnect, ({ code }) => resolve(code)))
    discord.revokeToken()
    discord.disconnect()
    expect(await left).toBe(4004)
    expect(discord.countConnections()).toBe(0)
  })

  test('by the app’s own wish leaves nothing to resume', async () => {
    const { discord, client } = await logIn()
    await client.destroy()
    await expect.poll(discord.countConnections).toBe(0)
    await expect(discord.command(ping)).rejects.toThrow('log in first')
  })
})

test('two apps with one token are both told, and one of them answers too late', async () => {
  const { discord, answer } = await logIn()
  const other = await connect(discord)
  const refusals: unknown[] = []
  answer(async (interaction) => repliable(interaction).reply('first'))
  other.on(Events.InteractionCreate, async (interaction) => {
    await expect.poll(() => discord.messages(ward)).toHaveLength(1)
    await repliable(interaction)
      .reply('second')
      .catch((error) => refusals.push(error))
  })
  await discord.command(ping)
  await expect.poll(() => refusals).toMatchObject([{ code: 40060 }])
})

describe('what is no client of Discord', () => {
  const identify = (token: string, intents = 0) => ({ op: 2, d: { token, intents, properties: {} } })

  /** Says something to the gateway, and answers with the code it hangs up with. */
  async function say(...frames: (object | string | ((token: string) => object))[]): Promise<number> {
    const discord = await createFakeDiscord({ clock: createFakeClock() })
    onTestFinished(discord.close)
    const socket = new WebSocket(`${discord.apiUrl.replace('http', 'ws')}?v=10&encoding=json`)
    const closed = new Promise<number>((resolve) => socket.once('close', resolve))
    socket.once('open', () => {
      for (const frame of frames) {
        const said = typeof frame === 'function' ? frame(discord.token) : frame
        socket.send(typeof said === 'string' ? said : JSON.stringify(said))
      }
    })
    return closed
  }

  test.each([
    ['no JSON', 4002, ['{']],
    ['an unknown opcode', 4001, [{ op: 99 }]],
    ['a payload that lacks something', 4002, [{ op: 2, d: { token: 'x' } }]],
    ['something before it identified itself', 4003, [{ op: 3, d: {} }]],
    ['a wrong token', 4004, [identify('wrong')]],
    ['who it is twice', 4005, [(token: string) => identify(token), (token: string) => identify(token)]],
    ['intents that it may not have', 4014, [(token: string) => identify(token, 1 << 1)]],
    ['too much a minute', 4008, Array.from({ length: 121 }, () => ({ op: 1, d: null }))],
  ])('hears goodbye for saying %s: %i', async (_, code, frames) => {
    expect(await say(...frames)).toBe(code)
  })

  test('hears goodbye for another version', async () => {
    const discord = await createFakeDiscord()
    onTestFinished(discord.close)
    const socket = new WebSocket(`${discord.apiUrl.replace('http', 'ws')}?v=8&encoding=json`)
    expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(4012)
  })
})

type Breaker = Pick<
  Awaited<ReturnType<typeof createFakeDiscord>>,
  'disconnect' | 'cutConnections' | 'requestReconnect' | 'invalidateSession'
>

async function unconnected(world: WorldOptions = {}, intents: number = GatewayIntentBits.Guilds) {
  const discord = await createFakeDiscord(world)
  onTestFinished(discord.close)
  const client = new Client({ intents, rest: { api: discord.apiUrl } })
  onTestFinished(() => client.destroy())
  return { discord, client }
}

async function connect(discord: { apiUrl: string; token: string }): Promise<Client> {
  const client = new Client({ intents: [], rest: { api: discord.apiUrl, retries: 0 } })
  onTestFinished(() => client.destroy())
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(discord.token)
  await ready
  return client
}
