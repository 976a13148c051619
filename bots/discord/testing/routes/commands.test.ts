import { Routes } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { openRest } from '../openRest.ts'

const NOWHERE = '299999999999999999'
const many = (count: number, make: (index: number) => object) =>
  Array.from({ length: count }, (_, index) => make(index))
const refused = (code: number, status: number) => ({ code, status })
const invalid = (errors: object) => ({ code: 50035, status: 400, rawError: { errors } })
const wrong = (code: string) => ({ _errors: [expect.objectContaining({ code })] })

describe('commands', () => {
  const command = (parts: object = {}) => ({ name: 'medikey', description: 'x', ...parts })
  const option = (parts: object = {}) => ({ type: 3, name: 'record', description: 'x', ...parts })

  test('are of a guild or global, and each list is overwritten as a whole', async () => {
    const { rest, discord } = await openRest()
    const { applicationId, guildId } = discord
    const global = Routes.applicationCommands(applicationId)
    const guild = Routes.applicationGuildCommands(applicationId, guildId)
    const [first] = (await rest.put(guild, { body: [command(), command({ name: 'other' })] })) as {
      id: string
    }[]
    await rest.put(global, { body: [command()] })
    expect(await rest.put(guild, { body: [command()] })).toEqual([first])
    const [changed] = (await rest.put(guild, { body: [command({ description: 'y' })] })) as object[]
    expect(changed).toMatchObject({ id: first?.id, description: 'y', guild_id: guildId })
    expect(discord.commands()).toMatchObject([{ guildId: null }, { guildId }])
    expect(await rest.get(guild)).toEqual([changed])
  })

  test('are made, changed and deleted one by one', async () => {
    const { rest, discord } = await openRest()
    const list = Routes.applicationCommands(discord.applicationId)
    const { id } = (await rest.post(list, { body: command() })) as { id: string }
    expect(await rest.post(list, { body: command({ description: 'y' }) })).toMatchObject({
      id,
      description: 'y',
    })
    const one = Routes.applicationCommand(discord.applicationId, id)
    await rest.patch(one, { body: { options: [option()] } })
    expect(await rest.get(one)).toMatchObject({ description: 'y', options: [option()] })
    await rest.delete(one)
    await expect(rest.get(one)).rejects.toMatchObject(refused(10063, 404))
  })

  test('of another app or guild are none of one’s business', async () => {
    const { rest, discord } = await openRest()
    await expect(rest.get(Routes.applicationCommands(NOWHERE))).rejects.toMatchObject(refused(20012, 403))
    const foreign = Routes.applicationGuildCommands(discord.applicationId, NOWHERE)
    await expect(rest.get(foreign)).rejects.toMatchObject(refused(50001, 403))
  })

  const refuses: [string, object, object][] = [
    ['a name in capitals', command({ name: 'MediKey' }), { name: expect.anything() }],
    ['a name with a space', command({ name: 'medi key' }), { name: wrong('STRING_TYPE_REGEX') }],
    ['33 characters of a name', command({ name: 'x'.repeat(33) }), { name: wrong('STRING_TYPE_REGEX') }],
    ['no description', command({ description: '' }), { description: wrong('BASE_TYPE_BAD_LENGTH') }],
    ['101 characters of one', command({ description: 'x'.repeat(101) }), { description: expect.anything() }],
    [
      '26 options',
      command({ options: many(26, (index) => option({ name: `o${index}` })) }),
      { options: expect.anything() },
    ],
    [
      '26 choices',
      command({ options: [option({ choices: many(26, (index) => ({ name: `${index}`, value: 'x' })) })] }),
      { options: { 0: { choices: wrong('BASE_TYPE_BAD_LENGTH') } } },
    ],
    [
      'two choices of one name',
      command({ options: [option({ choices: [1, 2].map((value) => ({ name: 'x', value: `${value}` })) })] }),
      { options: { 0: { choices: wrong('APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS') } } },
    ],
    [
      'choices that are autocompleted',
      command({ options: [option({ choices: [{ name: 'x', value: 'x' }], autocomplete: true })] }),
      { options: { 0: { autocomplete: expect.anything() } } },
    ],
    [
      'what is required after what is not',
      command({ options: [option(), option({ name: 'limit', required: true })] }),
      { options: wrong('APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID') },
    ],
    [
      'two options of one name',
      command({ options: [option(), option()] }),
      { options: wrong('APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS') },
    ],
    [
      'subcommands beside options',
      command({ options: [option(), { type: 1, name: 'grant', description: 'x' }] }),
      { options: expect.anything() },
    ],
    [
      'a group in a group',
      command({
        options: [
          { type: 2, name: 'x', description: 'x', options: [{ type: 2, name: 'y', description: 'x' }] },
        ],
      }),
      { options: expect.anything() },
    ],
    [
      'more than 8,000 characters in all',
      command({
        options: many(25, (one) => ({
          type: 1,
          name: `s${one}`,
          description: 'x'.repeat(100),
          options: many(4, (two) => option({ name: `o${two}`, description: 'x'.repeat(100) })),
        })),
      }),
      wrong('APPLICATION_COMMAND_TOO_LARGE'),
    ],
  ]

  test.each(refuses)('refuse %s', async (_, body, errors) => {
    const { rest, discord } = await openRest()
    const making = rest.post(Routes.applicationCommands(discord.applicationId), { body })
    await expect(making).rejects.toMatchObject(invalid(errors))
    expect(discord.commands()).toEqual([])
  })

  test('refuse the same name twice in a list', async () => {
    const { rest, discord } = await openRest()
    const body = [command(), command()]
    const making = rest.put(Routes.applicationCommands(discord.applicationId), { body })
    await expect(making).rejects.toMatchObject(invalid({ 1: wrong('APPLICATION_COMMANDS_DUPLICATE_NAME') }))
  })
})
