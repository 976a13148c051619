import { createFakeDiscord, type FakeDiscord } from '@medikey/discord/testing'
import { createLogger, createSecret } from '@medikey/runtime'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Check } from './Check.ts'
import { checkDiscord } from './checkDiscord.ts'

const logger = createLogger({ level: 'silent', name: 'test' })

let discord: FakeDiscord
beforeEach(async () => {
  discord = await createFakeDiscord()
})
afterEach(() => discord.close())

const check = (options: { token?: string; alerts?: string } = {}): Promise<Check[]> => {
  const { token = discord.token, alerts = discord.channels.alerts ?? '' } = options
  const channels = { approvals: discord.channels.approvals ?? '', alerts }
  const config = { token: createSecret(token), apiUrl: discord.apiUrl, channels }
  return checkDiscord({ discord: config, namesDiscord: true }, { logger })
}

const pick = (checks: readonly Check[], name: string) => checks.find((one) => one.name === name)

test('a server where all is there is told with the application, both channels and the commands', async () => {
  const checks = await check()
  expect(checks.map(({ name, ok }) => [name, ok])).toEqual([
    ['discord', true],
    ['discord approvals', true],
    ['discord alerts', true],
    ['discord commands', true],
  ])
  expect(checks[0]?.detail).toContain(discord.applicationId)
  expect(checks[0]?.detail).toContain(discord.guildId)
})

test('nothing is changed by looking: commands that do not stand yet are told, and stay away', async () => {
  expect(pick(await check(), 'discord commands')).toMatchObject({
    isNeutral: true,
    detail: expect.stringContaining('medikey discord register'),
  })
  expect(new Set(discord.calls().map(({ route }) => route.split(' ')[0]))).toEqual(new Set(['GET']))
})

test('a token that Discord does not know ends it, and is not repeated', async () => {
  const checks = await check({ token: 'abc.def.unknown' })
  expect(checks).toEqual([{ name: 'discord', ok: false, detail: expect.stringContaining('DISCORD_TOKEN') }])
  expect(JSON.stringify(checks)).not.toContain('unknown')
})

test('permissions that the bot lacks are named, with what to do', async () => {
  discord.forbid(discord.channels.alerts ?? '', 'SendMessages', 'ReadMessageHistory')
  const checks = await check()
  expect(pick(checks, 'discord alerts')).toMatchObject({
    ok: false,
    detail: expect.stringMatching(/lacks Send Messages, Read Message History\. .*medikey discord invite/),
  })
  expect(pick(checks, 'discord approvals')).toMatchObject({ ok: true })
})

test('a channel that the bot cannot see is named with its place in the configuration', async () => {
  discord.forbid(discord.channels.alerts ?? '')
  expect(await check()).toEqual([
    { name: 'discord', ok: false, detail: expect.stringContaining('channels.discord.alerts') },
  ])
})

test('a server that was not given the commands says how to invite the bot', async () => {
  const route = 'GET /applications/:application/guilds/:guild/commands'
  discord.fail({ route, kind: 'error', status: 403, code: 50_001 })
  expect(pick(await check(), 'discord commands')).toMatchObject({
    ok: false,
    detail: expect.stringContaining('applications.commands'),
  })
})

test('Discord that cannot be reached is told in one sentence', async () => {
  await discord.close()
  expect(await check()).toEqual([
    { name: 'discord', ok: false, detail: expect.stringContaining('Check the network and DISCORD_API_URL') },
  ])
})

test('where Discord is not configured nothing is asked', async () => {
  const [only, ...others] = await checkDiscord({ discord: null, namesDiscord: false }, { logger })
  expect(only).toMatchObject({ name: 'discord', ok: true, isNeutral: true })
  expect(others).toEqual([])
})

test('a file that names Discord without the token is told which variable is missing', async () => {
  expect(await checkDiscord({ discord: null, namesDiscord: true }, { logger })).toEqual([
    { name: 'discord', ok: false, detail: expect.stringContaining('DISCORD_TOKEN is not set') },
  ])
})
