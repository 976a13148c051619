import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import { describe, expect, test } from 'vitest'
import { platformErrors } from './platformErrors.ts'
import { toMessengerError } from './toMessengerError.ts'

const refusal = (error: string) => new WebAPIPlatformError({ ok: false, error })
const broken = (code: string) =>
  new WebAPIRequestError(new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) }))

describe('what Slack says decides whether another try helps', () => {
  test.each([
    ['a rate limit', new WebAPIRateLimitedError(7), { retryAfterMs: 7000, ambiguous: false }],
    ['a rate limit of no time', new WebAPIRateLimitedError(0), { retryAfterMs: 1000, ambiguous: false }],
    ['a refused connection', broken('ECONNREFUSED'), { retryAfterMs: 1000, ambiguous: false }],
    ['a broken connection', broken('ECONNRESET'), { retryAfterMs: 1000, ambiguous: true }],
    ['status 500', new WebAPIHTTPError(500, '', {}, ''), { retryAfterMs: 1000, ambiguous: true }],
    ['status 404', new WebAPIHTTPError(404, '', {}, ''), { retryAfterMs: null, ambiguous: false }],
    ['an internal error', refusal('internal_error'), { retryAfterMs: 1000, ambiguous: true }],
    ['a pause', refusal('service_unavailable'), { retryAfterMs: 1000, ambiguous: false }],
    ['a deleted message', refusal('message_not_found'), { retryAfterMs: null, isGone: true }],
    ['an unknown refusal', refusal('brand_new_error'), { retryAfterMs: null, ambiguous: false }],
    ['a page instead of an answer', refusal('<html>busy</html>'), { retryAfterMs: 30_000, ambiguous: true }],
    ['anything else', 'xoxb-1-secret', { retryAfterMs: 30_000, ambiguous: true }],
  ])('%s', (_, error, expected) => {
    const mapped = toMessengerError(error)
    expect(mapped).toMatchObject({ ...expected, name: 'MessengerError', platform: 'slack' })
    expect(mapped.shortMessage).not.toMatch(/secret|<html>/)
  })
})

test.each(Object.keys(platformErrors))('%s comes with what to do', (code) => {
  expect(toMessengerError(refusal(code))).toMatchObject({
    retryAfterMs: null,
    shortMessage: expect.stringMatching(
      new RegExp(`^[A-Z].*\\. .*[.)] ?\\(${code}\\)$|^[A-Z].*: .*\\(${code}\\)$`),
    ),
  })
})

test('an unknown refusal names itself, so that somebody can look it up', () => {
  expect(toMessengerError(refusal('brand_new_error')).shortMessage).toContain('brand_new_error')
})
