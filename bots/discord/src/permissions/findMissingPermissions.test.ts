import { PermissionFlagsBits } from 'discord.js'
import { expect, onTestFinished, test } from 'vitest'
import { createFakeDiscord } from '../../testing/createFakeDiscord.ts'
import { createRest } from '../connection/createRest.ts'
import { findMissingPermissions } from './findMissingPermissions.ts'
import { neededPermissions } from './neededPermissions.ts'

async function open() {
  const discord = await createFakeDiscord()
  onTestFinished(discord.close)
  const connection = {
    rest: createRest({ token: discord.token, apiUrl: discord.apiUrl }),
    workspace: discord.guildId,
    bot: { userId: discord.applicationId },
  }
  const channel = discord.channels.approvals
  const find = (options: { hasThreads: boolean } = { hasThreads: true }) =>
    findMissingPermissions(connection, { channel, ...options })
  return { discord, channel, find }
}

const all = Object.keys(neededPermissions) as (keyof typeof neededPermissions)[]
const sum = (...flags: (keyof typeof PermissionFlagsBits)[]) =>
  flags.reduce((bits, flag) => bits | PermissionFlagsBits[flag], 0n).toString()

/** A server whose rules are given, as Discord tells them. */
async function findIn(server: {
  everyone?: string
  role?: string
  overwrites?: readonly { of: 'everyone' | 'role' | 'bot' | 'other'; allow?: string; deny?: string }[]
}): Promise<string[]> {
  const ids = { everyone: 'G', role: 'R', bot: 'B', other: 'O' }
  const answers: Readonly<Record<string, unknown>> = {
    '/guilds/G': {
      roles: [
        { id: 'G', permissions: server.everyone ?? '0' },
        { id: 'R', permissions: server.role ?? '0' },
        { id: 'O', permissions: sum('Administrator') },
      ],
    },
    '/guilds/G/members/B': { roles: ['R'] },
    '/channels/C': {
      permission_overwrites: (server.overwrites ?? []).map(({ of, allow = '0', deny = '0' }) => ({
        id: ids[of],
        type: of === 'bot' ? 1 : 0,
        allow,
        deny,
      })),
    },
  }
  const rest = createRest({ token: 'unused' })
  rest.get = async (route) => answers[route]
  return findMissingPermissions(
    { rest, workspace: 'G', bot: { userId: 'B' } },
    { channel: 'C', hasThreads: true },
  )
}

test('where the bot may do all that it needs nothing is missing', async () => {
  const { find } = await open()
  expect(await find()).toEqual([])
})

test('what the channel takes away is named as its settings name it', async () => {
  const { find, discord, channel } = await open()
  discord.forbid(channel, 'CreatePublicThreads', 'SendMessagesInThreads')
  expect(await find()).toEqual(['Create Public Threads', 'Send Messages in Threads'])
})

test('a channel without threads needs nothing for them', async () => {
  const { find, discord, channel } = await open()
  discord.forbid(channel, 'CreatePublicThreads', 'SendMessagesInThreads', 'SendMessages')
  expect(await find({ hasThreads: false })).toEqual(['Send Messages'])
})

test('a channel that cannot be seen is an error that says so', async () => {
  const { find, discord, channel } = await open()
  discord.forbid(channel)
  await expect(find()).rejects.toMatchObject({ shortMessage: expect.stringContaining('may not see') })
})

test.each([
  ['a role gives what everybody lacks', { role: sum(...all) }, []],
  ['another’s role gives nothing', {}, Object.values(neededPermissions)],
  [
    'the channel’s word on a role counts more than on everybody',
    {
      everyone: sum(...all),
      overwrites: [
        { of: 'everyone', deny: sum('SendMessages') },
        { of: 'role', allow: sum('SendMessages') },
      ],
    },
    [],
  ],
  [
    'the channel’s word on the bot counts most',
    {
      everyone: sum(...all),
      overwrites: [
        { of: 'bot', deny: sum('SendMessages') },
        { of: 'role', allow: sum('SendMessages') },
      ],
    },
    ['Send Messages'],
  ],
  [
    'the channel’s word on somebody else counts nothing',
    { everyone: sum(...all), overwrites: [{ of: 'other', deny: sum(...all) }] },
    [],
  ],
  [
    'an administrator may do everything',
    { role: sum('Administrator'), overwrites: [{ of: 'everyone', deny: sum(...all) }] },
    [],
  ],
] as const)('%s', async (_, server, missing) => {
  expect(await findIn(server)).toEqual(missing)
})
