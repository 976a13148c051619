import { createFakeClock } from '@medikey/core/testing'
import { Routes } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { channelIds } from './fixedIds.ts'
import { observedLimits } from './observedLimits.ts'
import { openRest } from './openRest.ts'

const { alerts, ward } = channelIds
const refused = (code: number, status: number) => ({ code, status })

describe('the token', () => {
  test('says who one is', async () => {
    const { discord, rest } = await openRest()
    expect(await rest.get(Routes.user())).toMatchObject({ id: discord.applicationId, bot: true })
  })

  test('is refused where it is wrong, and is among no recorded call', async () => {
    const { discord, rest, toRest } = await openRest()
    await expect(toRest('wrong').get(Routes.user())).rejects.toMatchObject({ status: 401 })
    await rest.get(Routes.user())
    discord.revokeToken()
    await expect(rest.get(Routes.user())).rejects.toMatchObject({ status: 401 })
    expect(discord.calls('GET /users/:user').map(({ status }) => status)).toEqual([401, 200, 401])
    expect(JSON.stringify(discord.calls())).not.toContain(discord.token)
  })

  test('does not help with a route that there is not', async () => {
    const { rest } = await openRest()
    await expect(rest.get('/nothing')).rejects.toMatchObject({ status: 404 })
  })
})

describe('limits', () => {
  test('hold for each channel by itself, and say when to come again', async () => {
    const clock = createFakeClock()
    const limits = {
      routes: { 'POST /channels/:channel/messages': { limit: 2, windowMs: 5000 } },
      global: null,
    }
    const { rest } = await openRest({ clock, limits })
    const responses = []
    for (const channel of [ward, ward, alerts]) {
      const path = Routes.channelMessages(channel)
      responses.push(
        await rest.queueRequest({ method: 'POST' as never, fullRoute: path, body: { content: 'x' } }),
      )
    }
    expect(responses.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual(['1', '0', '1'])
  })

  test('answer 429 to who does not heed them', async () => {
    const clock = createFakeClock()
    const { discord } = await openRest({ clock, limits: observedLimits })
    const post = () =>
      fetch(`${discord.apiUrl}/v10${Routes.channelMessages(ward)}`, {
        method: 'POST',
        headers: { authorization: `Bot ${discord.token}` },
        body: JSON.stringify({ content: 'x' }),
      })
    for (let count = 0; count < 5; count += 1) expect((await post()).status).toBe(200)
    clock.advance(1500)
    const late = await post()
    expect(late.status).toBe(429)
    expect(late.headers.get('retry-after')).toBe('4')
    expect(await late.json()).toMatchObject({ retry_after: 3.5, global: false })
    clock.advance(3500)
    expect((await post()).status).toBe(200)
    expect(discord.messages(ward)).toHaveLength(6)
  })

  test('hold for all routes together too', async () => {
    const clock = createFakeClock()
    const { discord } = await openRest({ clock, limits: { routes: {}, global: 2 } })
    const get = () =>
      fetch(`${discord.apiUrl}/v10/users/@me`, { headers: { authorization: `Bot ${discord.token}` } })
    await get()
    await get()
    const late = await get()
    expect(late.headers.get('x-ratelimit-global')).toBe('true')
    expect(await late.json()).toMatchObject({ retry_after: 1, global: true })
  })
})

describe('faults', () => {
  const route = 'POST /channels/:channel/messages'

  test.each([
    [{ kind: 'status', status: 500, accepted: false }, 0],
    [{ kind: 'status', status: 500, accepted: true }, 1],
    [{ kind: 'drop', accepted: false }, 0],
    [{ kind: 'drop', accepted: true }, 1],
  ] as const)('%j fails once and leaves %i messages', async (fault, left) => {
    const { discord, post } = await openRest()
    discord.fail({ route, ...fault })
    await expect(post(ward, { content: 'x' })).rejects.toThrow()
    expect(discord.messages(ward)).toHaveLength(left)
    await post(ward, { content: 'x' })
    expect(discord.messages(ward)).toHaveLength(left + 1)
  })

  test('an error comes with its code, and a limit with its wait', async () => {
    const { discord, post } = await openRest()
    discord.fail({ route, kind: 'error', status: 404, code: 10003 })
    await expect(post(ward, { content: 'x' })).rejects.toMatchObject({
      ...refused(10003, 404),
      rawError: { message: 'Unknown Channel' },
    })
    discord.fail({ route, kind: 'rate_limited', retryAfterSeconds: 9, isGlobal: true })
    await expect(post(ward, { content: 'x' })).rejects.toMatchObject({ global: true })
    expect(discord.messages(ward)).toEqual([])
  })

  test('a late answer comes after the message is there, and a lost one never', async () => {
    const { rest, discord, post } = await openRest()
    discord.fail({ route, kind: 'delay', ms: 50 })
    const posting = post(ward, { content: 'x' })
    await expect.poll(() => discord.messages(ward).length).toBe(1)
    await posting
    discord.fail({ route, kind: 'hang', accepted: true })
    const controller = new AbortController()
    const lost = rest.post(Routes.channelMessages(ward), {
      body: { content: 'x' },
      signal: controller.signal,
    })
    await expect.poll(() => discord.messages(ward).length).toBe(2)
    controller.abort()
    await expect(lost).rejects.toThrow()
  })

  test('what is no JSON is refused', async () => {
    const { discord } = await openRest()
    const answer = await fetch(`${discord.apiUrl}/v10${Routes.channelMessages(ward)}`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}` },
      body: '{',
    })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 50109 })
  })
})
