import { createFakeClock } from '@medikey/core/testing'
import { Routes } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { channelIds, userIds } from '../fixedIds.ts'
import { openRest } from '../openRest.ts'

const { alerts, ward } = channelIds
const V2 = 1 << 15
const NOWHERE = '299999999999999999'
const text = (content: string) => ({ type: 10, content })
const card = (...components: object[]) => ({ flags: V2, components })
const refused = (code: number, status: number) => ({ code, status })
const invalid = (errors: object) => ({ code: 50035, status: 400, rawError: { errors } })
const wrong = (code: string) => ({ _errors: [expect.objectContaining({ code })] })

describe('messages', () => {
  test('of nothing are none', async () => {
    const { post } = await openRest()
    const posting = post(ward, { content: '' })
    await expect(posting).rejects.toMatchObject(refused(50006, 400))
  })

  test('have at most 2,000 characters without components', async () => {
    const { post } = await openRest()
    const posting = post(ward, { content: 'x'.repeat(2001) })
    await expect(posting).rejects.toMatchObject(invalid({ content: wrong('BASE_TYPE_BAD_LENGTH') }))
  })

  test('do not go into a channel that there is not, that one does not see, or that one may not write to', async () => {
    const { rest, discord, post } = await openRest()
    await expect(post(NOWHERE, { content: 'x' })).rejects.toMatchObject(refused(10003, 404))
    discord.forbid(ward, 'SendMessages')
    await expect(post(ward, { content: 'x' })).rejects.toMatchObject(refused(50013, 403))
    discord.forbid(ward)
    await expect(post(ward, { content: 'x' })).rejects.toMatchObject(refused(50001, 403))
    await expect(rest.get(Routes.channel(ward))).rejects.toMatchObject(refused(50001, 403))
    await post(alerts, { content: 'x' })
  })

  test('are edited where they stand, if they do', async () => {
    const { rest, discord, post } = await openRest()
    const { id } = await post(ward, { content: 'one' })
    await rest.patch(Routes.channelMessage(ward, id), { body: { content: 'two' } })
    expect(discord.messages(ward)).toMatchObject([{ content: 'two', edits: 1 }])
    await rest.delete(Routes.channelMessage(ward, id))
    const lost = rest.patch(Routes.channelMessage(ward, id), { body: { content: 'three' } })
    await expect(lost).rejects.toMatchObject(refused(10008, 404))
  })

  test('become Components V2 when their content is taken away, and never again anything else', async () => {
    const { rest, discord, post } = await openRest()
    const { id } = await post(ward, { content: 'one' })
    const edit = (body: object) => rest.patch(Routes.channelMessage(ward, id), { body })
    await expect(edit(card(text('two')))).rejects.toMatchObject(invalid({ content: expect.anything() }))
    await edit({ ...card(text('two')), content: null })
    await expect(edit({ flags: 0, content: 'three', components: [] })).rejects.toMatchObject(
      invalid({ flags: wrong('MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG') }),
    )
    await edit({ components: [text('four')] })
    expect(discord.messages(ward)).toMatchObject([{ flags: V2, components: [text('four')] }])
  })

  test('come back page by page, newest first', async () => {
    const { rest, post } = await openRest()
    for (let key = 0; key < 5; key += 1) await post(ward, { content: `m${key}` })
    const list = async (query: object) => {
      const options = { query: new URLSearchParams(Object.entries(query)) }
      return (await rest.get(Routes.channelMessages(ward), options)) as { id: string; content: string }[]
    }
    const first = await list({ limit: 3 })
    expect(first.map(({ content }) => content)).toEqual(['m4', 'm3', 'm2'])
    const second = await list({ limit: 3, before: first.at(-1)?.id ?? '' })
    expect(second.map(({ content }) => content)).toEqual(['m1', 'm0'])
    const newer = await list({ limit: 1, after: first.at(-1)?.id ?? '' })
    expect(newer.map(({ content }) => content)).toEqual(['m3'])
    await expect(list({ limit: 101 })).rejects.toMatchObject(
      invalid({ limit: wrong('NUMBER_TYPE_BAD_RANGE') }),
    )
  })

  test('have ids that grow with time, and stay apart within a millisecond', async () => {
    const clock = createFakeClock()
    const { post } = await openRest({ clock })
    const ids = []
    for (const wait of [0, 0, 1000]) {
      clock.advance(wait)
      ids.push(BigInt((await post(ward, { content: 'x' })).id))
    }
    expect(ids.toSorted((one, other) => (one < other ? -1 : 1))).toEqual(ids)
    expect(Number(((ids[2] ?? 0n) >> 22n) + 1_420_070_400_000n)).toBe(clock.now().getTime())
  })

  test('with a nonce that is enforced are posted once within minutes', async () => {
    const clock = createFakeClock()
    const { rest, discord, post } = await openRest({ clock })
    const body = { content: 'x', nonce: 'card-1', enforce_nonce: true }
    const first = await post(ward, body)
    expect(await post(ward, body)).toMatchObject({ id: first.id, nonce: 'card-1' })
    expect(await rest.get(Routes.channelMessage(ward, first.id))).not.toHaveProperty('nonce')
    await post(ward, { ...body, enforce_nonce: false })
    expect(discord.messages(ward)).toHaveLength(2)
    clock.advance(5 * 60_000)
    await post(ward, body)
    expect(discord.messages(ward)).toHaveLength(3)
    const long = post(ward, { ...body, nonce: 'x'.repeat(26) })
    await expect(long).rejects.toMatchObject(invalid({ nonce: expect.anything() }))
  })

  test.each([
    ['everybody named', undefined, [userIds.nadia, userIds.tom], true],
    ['nobody', { parse: [] }, [], false],
    ['people only', { parse: ['users'] }, [userIds.nadia, userIds.tom], false],
    ['one of them', { users: [userIds.tom, userIds.cmo] }, [userIds.tom], false],
  ])('ping %s as the app allows', async (_, allowed, mentions, mentionsEveryone) => {
    const { discord, post } = await openRest()
    const said = `<@${userIds.nadia}> <@!${userIds.tom}> <@199999999999999999> @everyone`
    await post(ward, { ...card(text(said)), allowed_mentions: allowed })
    expect(discord.messages(ward)).toMatchObject([{ mentions, mentionsEveryone }])
  })

  test('to a person go into the one channel with them, if they take any', async () => {
    const { rest, discord, post } = await openRest()
    const open = (id: string) =>
      rest.post(Routes.userChannels(), { body: { recipient_id: id } }) as Promise<{ id: string }>
    const { id } = await open(userIds.nadia)
    expect(await open(userIds.nadia)).toMatchObject({ id, type: 1 })
    await post(id, { content: 'psst' })
    expect(discord.directMessages(userIds.nadia)).toMatchObject([{ content: 'psst' }])
    discord.blockDirectMessages(userIds.nadia)
    await expect(post(id, { content: 'x' })).rejects.toMatchObject(refused(50007, 403))
    await expect(open(NOWHERE)).rejects.toMatchObject(refused(10013, 404))
  })
})
