import { Routes } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { channelIds } from '../fixedIds.ts'
import { openRest } from '../openRest.ts'

const { approvals } = channelIds
const refused = (code: number, status: number) => ({ code, status })
const invalid = (errors: object) => ({ code: 50035, status: 400, rawError: { errors } })
const wrong = (code: string) => ({ _errors: [expect.objectContaining({ code })] })

describe('threads', () => {
  test('hang below a message, one each, under its id', async () => {
    const { rest, discord, post } = await openRest()
    const { id } = await post(approvals, { content: 'card' })
    const start = (body: object) => rest.post(Routes.threads(approvals, id), { body })
    expect(await start({ name: 'trail', auto_archive_duration: 10080 })).toMatchObject({ id, type: 11 })
    await expect(start({ name: 'trail' })).rejects.toMatchObject(refused(160004, 400))
    await post(id, { content: 'one' })
    expect(discord.thread({ id })).toMatchObject([{ content: 'one' }])
    expect(discord.messages(approvals)).toHaveLength(1)
    expect(await rest.get(Routes.channelMessage(approvals, id))).toMatchObject({
      flags: 1 << 5,
      thread: { id },
    })
  })

  test.each([
    ['no name', { name: '' }, { name: wrong('BASE_TYPE_BAD_LENGTH') }],
    ['101 characters', { name: 'x'.repeat(101) }, { name: wrong('BASE_TYPE_BAD_LENGTH') }],
    [
      'an hour and a half',
      { name: 'x', auto_archive_duration: 90 },
      { auto_archive_duration: expect.anything() },
    ],
  ])('refuse %s', async (_, body, errors) => {
    const { rest, post } = await openRest()
    const { id } = await post(approvals, { content: 'card' })
    const starting = rest.post(Routes.threads(approvals, id), { body })
    await expect(starting).rejects.toMatchObject(invalid(errors))
  })

  test('need permissions of their own, and a channel to hang in', async () => {
    const { rest, discord, post } = await openRest()
    const { id } = await post(approvals, { content: 'card' })
    const start = (channel: string, message: string) =>
      rest.post(Routes.threads(channel, message), { body: { name: 'x' } })
    await start(approvals, id)
    const below = await post(id, { content: 'x' })
    await expect(start(id, below.id)).rejects.toMatchObject(refused(50024, 400))
    discord.forbid(approvals, 'SendMessagesInThreads', 'CreatePublicThreads')
    await expect(post(id, { content: 'x' })).rejects.toMatchObject(refused(50013, 403))
    const other = await post(approvals, { content: 'card' })
    await expect(start(approvals, other.id)).rejects.toMatchObject(refused(50013, 403))
  })
})
