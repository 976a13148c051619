import { MessengerError } from '@medikey/core'
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import { redactTokens } from '../connection/redactTokens.ts'
import { platformErrors } from './platformErrors.ts'

const SOON_MS = 1000
const LATER_MS = 30_000
/** Errors that Slack names and that pass; after the first two it may have done what was asked. */
const PASSING = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
  'rate_limited',
  'team_added_to_org',
])
const AMBIGUOUS = new Set(['internal_error', 'fatal_error', 'request_timeout'])
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
])

/**
 * Says what a failed call of Slack's Web API means for a message: whether to try again, when, and what to mend. No token
 * reaches its text. What it is given may be anything that was thrown; a MessengerError comes back as it is.
 *
 * @example
 * await client.chat.postMessage(options).catch((error: unknown) => {
 *   throw toMessengerError(error)
 * })
 */
export function toMessengerError(error: unknown): MessengerError {
  if (error instanceof MessengerError) return error
  const fail = (shortMessage: string, retryAfterMs: number | null, ambiguous: boolean, isGone = false) =>
    new MessengerError({ platform: 'slack', shortMessage, retryAfterMs, ambiguous, isGone, cause: error })

  if (error instanceof WebAPIRateLimitedError) {
    return fail('Slack asks to slow down.', Math.max(SOON_MS, error.retryAfter * 1000), false)
  }
  if (error instanceof WebAPIHTTPError) {
    if (error.statusCode >= 500 || error.statusCode === 408) {
      return fail(`Slack answered with HTTP status ${error.statusCode}.`, SOON_MS, true)
    }
    return fail(
      `Slack’s address answered with HTTP status ${error.statusCode}. Check SLACK_API_URL and the proxy on the way.`,
      null,
      false,
    )
  }
  if (error instanceof WebAPIRequestError) {
    const isUnsent = NEVER_SENT.has(readCode(error.original))
    return fail(
      isUnsent
        ? 'Slack cannot be reached. Check the network and SLACK_API_URL.'
        : 'Slack did not answer in time.',
      SOON_MS,
      !isUnsent,
    )
  }
  if (error instanceof WebAPIPlatformError) {
    const code = String(error.data.error)
    if (!/^[a-z][a-z0-9_]{0,60}$/.test(code))
      return fail('Slack gave an answer that cannot be read.', LATER_MS, true)
    if (PASSING.has(code)) return fail(`Slack failed for a moment (${code}).`, SOON_MS, AMBIGUOUS.has(code))
    const known = platformErrors[code]
    return fail(
      known === undefined
        ? `Slack refused the message (${code}). Look the error up at https://docs.slack.dev/reference/methods`
        : `${known} (${code})`,
      null,
      false,
      code === 'message_not_found',
    )
  }
  return fail(
    `Slack could not be asked: ${redactTokens(error instanceof Error ? error.message : String(error))}`,
    LATER_MS,
    true,
  )
}

function readCode(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return readCode(error.cause)
}
