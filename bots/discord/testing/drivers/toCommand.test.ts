import { describe, expect, test } from 'vitest'
import { createFakeDiscord } from '../createFakeDiscord.ts'
import { channelIds, userIds } from '../fixedIds.ts'
import { logIn } from '../logIn.ts'
import { repliable } from '../repliable.ts'

const ping = { user: userIds.alice, command: 'test ping' }
const refused = (code: number) => expect.objectContaining({ code })

describe('a command', () => {
  test('arrives with its subcommand, its options as they are typed, and who is meant', async () => {
    const { discord, received, answer } = await logIn()
    answer(async (interaction) => repliable(interaction).reply('done'))
    await discord.command({
      user: userIds.alice,
      command: 'test say',
      options: { what: 'hello', who: userIds.nadia, times: 3, loud: true, mood: 'good' },
    })
    const [command] = received
    if (!command?.isChatInputCommand()) throw new Error('no command')
    const { options } = command
    expect(options.getSubcommand()).toBe('say')
    expect(options.getString('what')).toBe('hello')
    expect(options.getUser('who')).toMatchObject({ id: userIds.nadia, username: 'nadia' })
    expect(options.getInteger('times')).toBe(3)
    expect(options.getBoolean('loud')).toBe(true)
    expect(command).toMatchObject({
      guildId: discord.guildId,
      channelId: channelIds.ward,
      user: { id: userIds.alice },
    })
    expect(discord.messages(channelIds.ward)).toMatchObject([{ content: 'done' }])
  })

  test.each([
    ['an unknown command', { command: 'nothing' }, 'Nothing registered'],
    ['an unknown subcommand', { command: 'test shout' }, 'no part shout'],
    ['a missing subcommand', { command: 'test' }, 'needs a subcommand'],
    ['a missing option', { command: 'test say' }, 'asks for the option what'],
    ['an unknown option', { command: 'test ping', options: { x: '1' } }, 'no option x'],
    ['too long a text', { command: 'test say', options: { what: 'x'.repeat(11) } }, '0 to 10 characters'],
    ['a number that is none', { command: 'test say', options: { what: 'x', times: 1.5 } }, 'no whole number'],
    ['too small a number', { command: 'test say', options: { what: 'x', times: 0 } }, 'it takes 1 to'],
    [
      'a choice that there is not',
      { command: 'test say', options: { what: 'x', mood: 'bad' } },
      'none of the',
    ],
    ['a person who is not there', { command: 'test say', options: { what: 'x', who: '1' } }, 'no user 1'],
    ['somebody who is not there', { command: 'test ping', user: '1' }, 'no user 1'],
  ])('with %s fails the test that types it', async (_, parts, problem) => {
    const { discord, received } = await logIn()
    await expect(discord.command({ ...ping, ...parts })).rejects.toThrow(problem)
    expect(received).toEqual([])
  })

  test('may be forged by who wants to', async () => {
    const { discord, received, answer } = await logIn()
    answer(async (interaction) => repliable(interaction).deferReply())
    const options = [{ type: 1, name: 'say', options: [{ type: 3, name: 'what', value: 'x'.repeat(6001) }] }]
    await discord.command({ user: userIds.alice, command: 'test say', forge: { name: 'other', options } })
    expect(received).toMatchObject([{ commandName: 'other' }])
  })

  test('of the guild is not offered in direct messages; a global one is, and brings no guild', async () => {
    const { discord, client, received, answer } = await logIn()
    answer(async (interaction) => repliable(interaction).reply('hello'))
    const channel = discord.openDirect(userIds.alice)
    await expect(discord.command({ ...ping, channel })).rejects.toThrow('Nothing registered')
    await client.application.commands.set([{ name: 'global', description: 'x', contexts: [0, 1] }])
    await discord.command({ user: userIds.alice, command: 'global', channel })
    expect(received).toMatchObject([{ guildId: null, member: null, user: { id: userIds.alice } }])
    expect(discord.directMessages(userIds.alice)).toMatchObject([{ content: 'hello' }])
  })

  test('without an app fails the test', async () => {
    const discord = await createFakeDiscord()
    await expect(discord.command(ping)).rejects.toThrow('register it first')
    await discord.close()
  })
})

describe('proposals', () => {
  const typing = { user: userIds.alice, command: 'test say', focused: { name: 'what', value: 'he' } }

  test('come while a person types, with what stands there so far', async () => {
    const { discord, received, answer } = await logIn()
    answer(async (interaction) => {
      if (interaction.isAutocomplete()) await interaction.respond([{ name: 'Hello', value: 'hello' }])
    })
    expect(await discord.autocomplete({ ...typing, options: { times: 0 } })).toEqual([
      { name: 'Hello', value: 'hello' },
    ])
    const [asked] = received
    if (!asked?.isAutocomplete()) throw new Error('nothing was asked')
    expect(asked.options.getFocused(true)).toMatchObject({ name: 'what', value: 'he' })
    expect(asked.options.getInteger('times')).toBe(0)
  })

  test.each([
    ['26 of them', Array.from({ length: 26 }, (_, index) => ({ name: 'x', value: `${index}` }))],
    ['101 characters of a name', [{ name: 'x'.repeat(101), value: 'x' }]],
    ['101 characters of a value', [{ name: 'x', value: 'x'.repeat(101) }]],
    ['an empty name', [{ name: '', value: 'x' }]],
  ])('are refused: %s', async (_, choices) => {
    const { discord, answer, errors } = await logIn()
    answer(async (interaction) => {
      if (!interaction.isAutocomplete()) return
      await interaction.respond(choices).catch((error: unknown) => {
        interaction.responded = false
        return interaction.respond([]).finally(() => Promise.reject(error))
      })
    })
    expect(await discord.autocomplete(typing)).toEqual([])
    await expect.poll(() => errors).toEqual([refused(50035)])
  })

  test('are asked for only where the command says so', async () => {
    const { discord } = await logIn()
    const focused = { name: 'who', value: 'x' }
    await expect(discord.autocomplete({ ...typing, focused })).rejects.toThrow('asks for proposals')
  })
})
