import { expect, onTestFinished, test } from 'vitest'
import { createFakeDiscord } from '../../testing/createFakeDiscord.ts'
import { createRecordedLogger } from '../../testing/createRecordedLogger.ts'
import { connectDiscord } from './connectDiscord.ts'

async function open(options: { token?: string; apiUrl?: string } = {}) {
  const discord = await createFakeDiscord()
  onTestFinished(discord.close)
  const { log, logger } = createRecordedLogger()
  const { token = discord.token, apiUrl = discord.apiUrl } = options
  const connect = (channels: { approvals?: string; alerts?: string } = {}) =>
    connectDiscord({ config: { token, apiUrl }, channels: { ...discord.channels, ...channels }, logger })
  return { discord, log, connect }
}

test('tells which application and bot the token is for, and in which server the channels are', async () => {
  const { connect, discord } = await open()
  expect(await connect()).toMatchObject({
    workspace: discord.guildId,
    applicationId: discord.applicationId,
    bot: { userId: discord.applicationId },
  })
})

test('a refused token is no use trying again, and is neither logged nor told', async () => {
  const { connect, log } = await open({ token: 'abc.def.secret' })
  const error = await connect().catch((reason: unknown) => reason)
  expect(error).toMatchObject({
    name: 'DiscordConnectionError',
    code: 'DISCORD_CONNECTION',
    retryable: false,
    shortMessage: expect.stringContaining('DISCORD_TOKEN'),
  })
  expect(`${String(error)}${JSON.stringify(log)}`).not.toContain('secret')
})

test('Discord out of reach may be back later', async () => {
  const gone = await createFakeDiscord()
  await gone.close()
  const { connect } = await open({ apiUrl: gone.apiUrl })
  await expect(connect()).rejects.toMatchObject({
    name: 'DiscordConnectionError',
    retryable: true,
    shortMessage: 'Discord cannot be reached. Check the network and DISCORD_API_URL.',
  })
})

test('a channel that the bot cannot see is named, with where it stands in the configuration', async () => {
  const { connect, discord } = await open()
  discord.forbid(discord.channels.alerts)
  await expect(connect()).rejects.toMatchObject({
    retryable: false,
    shortMessage: expect.stringMatching(/200000000000000002.*channels\.discord\.alerts/),
  })
})

test('a channel of no server is none', async () => {
  const { connect, discord } = await open()
  const approvals = discord.openDirect(discord.users.alice)
  await expect(connect({ approvals })).rejects.toMatchObject({
    retryable: false,
    shortMessage: expect.stringContaining('text channels of a server'),
  })
})

test('an answer that is not Discord’s is named as such', async () => {
  const { discord } = await open()
  const { connect } = await open({ apiUrl: discord.apiUrl.replace('/api', '/elsewhere') })
  await expect(connect()).rejects.toMatchObject({
    retryable: false,
    shortMessage: expect.stringContaining('DISCORD_API_URL'),
  })
})
