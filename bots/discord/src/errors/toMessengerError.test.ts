import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { platformErrors } from './platformErrors.ts'
import { toMessengerError } from './toMessengerError.ts'

const url = 'https://discord.example/api/v10/webhooks/1/interaction-secret'
const request = { body: { secret: 'secret' } }
const refusal = (code: number, status = 400) =>
  new DiscordAPIError({ code, message: 'Refused' }, code, status, 'POST', url, request)
const limited = (retryAfter: number) =>
  new RateLimitError({
    timeToReset: retryAfter,
    limit: 5,
    method: 'POST',
    hash: 'x',
    url,
    route: '/channels/:id/messages',
    majorParameter: '1',
    global: false,
    retryAfter,
    sublimitTimeout: 0,
    scope: 'user',
  })
const broken = (code: string) => Object.assign(new Error('other side closed'), { code })
const aborted = () => Object.assign(new Error('This operation was aborted'), { name: 'AbortError' })

describe('what Discord says decides whether another try helps', () => {
  test.each([
    ['a rate limit', limited(7000), { retryAfterMs: 7000, ambiguous: false }],
    ['a rate limit of no time', limited(0), { retryAfterMs: 1000, ambiguous: false }],
    ['a refused connection', broken('ECONNREFUSED'), { retryAfterMs: 1000, ambiguous: false }],
    ['a broken connection', broken('UND_ERR_SOCKET'), { retryAfterMs: 1000, ambiguous: true }],
    ['no answer in time', aborted(), { retryAfterMs: 1000, ambiguous: true }],
    ['status 503', new HTTPError(503, 'x', 'POST', url, request), { retryAfterMs: 1000, ambiguous: true }],
    ['status 401', refusal(0, 401), { retryAfterMs: null, ambiguous: false }],
    [
      'a token refused earlier',
      new Error('Expected token to be set'),
      { retryAfterMs: null, ambiguous: false },
    ],
    ['status 404 of somebody else', refusal(0, 404), { retryAfterMs: null, ambiguous: false }],
    ['overload', refusal(130_000, 503), { retryAfterMs: 30_000, ambiguous: false }],
    ['a deleted message', refusal(10_008), { retryAfterMs: null, isGone: true }],
    ['an unknown refusal', refusal(99_999), { retryAfterMs: null, ambiguous: false }],
    ['anything else', 'secret', { retryAfterMs: 30_000, ambiguous: true }],
  ])('%s', (_, error, expected) => {
    const mapped = toMessengerError(error)
    expect(mapped).toMatchObject({ ...expected, name: 'MessengerError', platform: 'discord' })
    expect(mapped.shortMessage).toMatch(/^[A-Z].*[.)\d]$|status-codes$/)
    expect(mapped.shortMessage).not.toContain('secret')
  })
})

test.each(Object.keys(platformErrors).map(Number))('%d comes with what to do', (code) => {
  expect(toMessengerError(refusal(code))).toMatchObject({
    retryAfterMs: null,
    shortMessage: expect.stringMatching(new RegExp(`^[A-Z].*\\. .*\\. \\(${code}\\)$`)),
  })
})

test('an unknown refusal names itself, so that somebody can look it up', () => {
  expect(toMessengerError(refusal(99_999)).shortMessage).toContain('99999')
})
