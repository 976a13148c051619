import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { subcommands } from '@medikey/core'
import { createFakeDiscord, type FakeDiscord } from '@medikey/discord/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestContext } from '../../testing/createTestContext.ts'
import { createDiscordCommand } from './discord.ts'

let dir: string
let discord: FakeDiscord
let env: Record<string, string>
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'mk-discord-'))
  discord = await createFakeDiscord()
  env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl }
  const { approvals, alerts } = discord.channels
  writeFileSync(
    join(dir, 'medikey.yaml'),
    `channels: { discord: { approvals: "${approvals}", alerts: "${alerts}" } }`,
  )
})
afterEach(async () => {
  await discord.close()
  rmSync(dir, { recursive: true })
})

async function run(...args: string[]): Promise<string> {
  const { context, stdout } = createTestContext({ cwd: dir, env })
  await createDiscordCommand(context).parseAsync(args, { from: 'user' })
  return stdout()
}

const writes = () => discord.calls().filter(({ route }) => !route.startsWith('GET '))
const places = () => discord.commands().map(({ name, guildId }) => ({ name, guildId }))
const everything = ['/medikey', ...subcommands.map(({ name }) => `/medikey ${name}`)]

test('register offers every subcommand in the server of the channels, and says which', async () => {
  expect(JSON.parse(await run('register', '--json'))).toEqual([
    { guildId: discord.guildId, added: everything, changed: [], removed: [] },
  ])
  expect(places()).toEqual([{ name: 'medikey', guildId: discord.guildId }])
})

test('register does nothing the second time, and says so', async () => {
  expect(await run('register')).toMatch(new RegExp(`^In server ${discord.guildId}:\n  added /medikey, `))
  const before = writes().length
  expect(await run('register')).toBe(`In server ${discord.guildId}: nothing to do.\n`)
  expect(writes()).toHaveLength(before)
})

test('a dry run writes nothing', async () => {
  expect(await run('register', '--dry-run')).toContain('  would add /medikey, ')
  expect(await run('register', '--global', '--dry-run')).toMatch(/^Globally:\n {2}would add /)
  expect(writes()).toEqual([])
})

test('what stands globally stands no more in the server, where it would show twice', async () => {
  await run('register')
  const told = await run('register', '--global')
  expect(told).toMatch(/^Globally:\n {2}added .*\nIn server \d+:\n {2}removed \/medikey, /s)
  expect(places()).toEqual([{ name: 'medikey', guildId: null }])
})

test('once it stands globally it is kept there', async () => {
  await run('register', '--global')
  expect(await run('register')).toBe(
    `Globally: nothing to do.\nIn server ${discord.guildId}: nothing to do.\n`,
  )
  expect(places()).toEqual([{ name: 'medikey', guildId: null }])
})

test('it is taken back from there by wanting it in the server alone', async () => {
  await run('register', '--global')
  const told = await run('register', '--server')
  expect(told).toMatch(/^In server \d+:\n {2}added .*\nGlobally:\n {2}removed \/medikey, /s)
  expect(places()).toEqual([{ name: 'medikey', guildId: discord.guildId }])
  expect(await run('register')).toBe(`In server ${discord.guildId}: nothing to do.\n`)
})

test('invite prints the link, before there is a medikey.yaml', async () => {
  rmSync(join(dir, 'medikey.yaml'))
  expect(await run('invite')).toMatch(
    new RegExp(`^https://discord\\.com/oauth2/authorize\\?client_id=${discord.applicationId}&scope=.*\n$`),
  )
})

test.each(['invite', 'register'])('%s needs the token', async (command) => {
  env = {}
  await expect(run(command)).rejects.toThrow('set DISCORD_TOKEN')
})

test('a refused token is told in a sentence that does not repeat it', async () => {
  env = { ...env, DISCORD_TOKEN: 'abc.def.secret' }
  for (const command of ['invite', 'register']) {
    await expect(run(command)).rejects.toThrow('Discord refuses the bot token')
    await expect(run(command)).rejects.not.toThrow('secret')
  }
})
