import { subcommands } from '@medikey/core'
import { expect, onTestFinished, test } from 'vitest'
import { createFakeDiscord } from '../../testing/createFakeDiscord.ts'
import { createRecordedLogger } from '../../testing/createRecordedLogger.ts'
import { connectDiscord } from '../connection/connectDiscord.ts'
import { registerCommands } from './registerCommands.ts'
import { toDefinition } from './toDefinition.ts'

const names = ['/medikey', ...subcommands.map(({ name }) => `/medikey ${name}`)]

async function connect() {
  const discord = await createFakeDiscord()
  onTestFinished(discord.close)
  const connection = await connectDiscord({
    config: { token: discord.token, apiUrl: discord.apiUrl },
    channels: discord.channels,
    logger: createRecordedLogger().logger,
  })
  const route = `/applications/${connection.applicationId}/commands` as const
  return { discord, connection, route, rest: connection.rest }
}

test.each(['guild', 'global'] as const)(
  'once, in a %s, adds everything, and the second time nothing',
  async (scope) => {
    const { discord, connection } = await connect()
    const guildId = scope === 'guild' ? connection.workspace : null
    expect(await registerCommands(connection, { guildId })).toEqual({
      added: names,
      changed: [],
      removed: [],
    })
    expect(discord.commands()).toMatchObject([{ name: 'medikey', guildId }])

    expect(await registerCommands(connection, { guildId })).toEqual({ added: [], changed: [], removed: [] })
    expect(discord.calls().filter(({ route }) => route.startsWith('PUT'))).toHaveLength(1)
  },
)

test('an update tells what it added, changed and removed', async () => {
  const { connection, rest, route } = await connect()
  const { options = [], ...command } = toDefinition(subcommands, { isGlobal: true })
  const [help, ...others] = options
  if (help === undefined) throw new Error('no subcommand')
  const old = [
    { ...help, description: 'tells something else' },
    ...others.slice(1),
    { ...help, name: 'gone' },
  ]
  await rest.put(route, {
    body: [
      { ...command, options: old },
      { name: 'ping', description: 'somebody’s' },
    ],
  })

  expect(await registerCommands(connection, { guildId: null })).toEqual({
    added: [`/medikey ${others[0]?.name}`],
    changed: [`/medikey ${help.name}`],
    removed: ['/medikey gone', '/ping'],
  })
  expect(await registerCommands(connection, { guildId: null })).toEqual({
    added: [],
    changed: [],
    removed: [],
  })
})

test('a server that the application may not offer commands in says how it is invited', async () => {
  const { discord, connection } = await connect()
  discord.fail({
    route: 'GET /applications/:application/guilds/:guild/commands',
    kind: 'error',
    status: 403,
    code: 50_001,
  })
  await expect(registerCommands(connection, { guildId: connection.workspace })).rejects.toMatchObject({
    name: 'DiscordConnectionError',
    shortMessage: expect.stringContaining('applications.commands'),
  })
})

test('all of it stays within the 25 subcommands and 8,000 characters that Discord takes of a command', () => {
  type Part = {
    name: string
    description?: string
    options?: readonly Part[]
    choices?: readonly { name: string; value: unknown }[]
  }
  const count = ({ name, description = '', options = [], choices = [] }: Part): number =>
    name.length +
    description.length +
    choices.reduce((sum, choice) => sum + choice.name.length + String(choice.value).length, 0) +
    options.reduce((sum, option) => sum + count(option), 0)
  const definition = toDefinition(subcommands, { isGlobal: true })
  expect(definition.options?.length).toBeLessThanOrEqual(25)
  expect(count(definition as Part)).toBeLessThan(8000)
})

test('a command of every server is for servers alone: in a direct message nobody can be told who they are', async () => {
  const { discord, connection } = await connect()
  await registerCommands(connection, { guildId: null })
  expect(discord.commands()).toMatchObject([{ contexts: [0], integration_types: [0] }])
})
