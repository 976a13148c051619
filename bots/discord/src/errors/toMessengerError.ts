import { MessengerError } from '@medikey/core'
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { platformErrors } from './platformErrors.ts'

const SOON_MS = 1000
const LATER_MS = 30_000
const REFUSED_TOKEN =
  'Discord refuses the bot token. Set DISCORD_TOKEN to the token of the bot in the Developer Portal.'
/** Errors that Discord numbers and that pass: overloaded, or a feature switched off for a while. */
const PASSING = new Set([40_004, 40_006, 130_000])
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
])

/** The number of a message that is not there. */
const UNKNOWN_MESSAGE = 10_008

/**
 * Says what a failed call of Discord's API means for a message: whether to try again, when, and what to mend. Neither
 * the token nor an interaction's reaches its text. What it is given may be anything that was thrown; a MessengerError
 * comes back as it is.
 *
 * @example
 * await rest.post(route, { body }).catch((error: unknown) => {
 *   throw toMessengerError(error)
 * })
 */
export function toMessengerError(error: unknown): MessengerError {
  if (error instanceof MessengerError) return error
  const fail = (shortMessage: string, retryAfterMs: number | null, ambiguous: boolean, isGone = false) =>
    new MessengerError({ platform: 'discord', shortMessage, retryAfterMs, ambiguous, isGone, cause: error })

  if (error instanceof RateLimitError) {
    return fail('Discord asks to slow down.', Math.max(SOON_MS, Math.ceil(error.retryAfter)), false)
  }
  if (error instanceof HTTPError) {
    return fail(`Discord answered with HTTP status ${error.status}.`, SOON_MS, true)
  }
  if (error instanceof DiscordAPIError) {
    const { code, status } = error
    if (status === 401) return fail(REFUSED_TOKEN, null, false)
    if (typeof code !== 'number' || code === 0) {
      return fail(
        `Discord’s address answered with HTTP status ${status}. Check DISCORD_API_URL and the proxy on the way.`,
        null,
        false,
      )
    }
    if (PASSING.has(code)) return fail(`Discord failed for a moment (${code}).`, LATER_MS, false)
    const known = platformErrors[code]
    return fail(
      known === undefined
        ? `Discord refused the message (${code}). Look the number up at https://discord.com/developers/docs/topics/opcodes-and-status-codes`
        : `${known} (${code})`,
      null,
      false,
      code === UNKNOWN_MESSAGE,
    )
  }
  // discord.js forgets a token that was refused once, and says so from then on.
  if (error instanceof Error && error.message.startsWith('Expected token')) {
    return fail(REFUSED_TOKEN, null, false)
  }
  if (NEVER_SENT.has(readCode(error))) {
    return fail('Discord cannot be reached. Check the network and DISCORD_API_URL.', SOON_MS, false)
  }
  if (error instanceof Error && (error.name === 'AbortError' || readCode(error) !== '')) {
    return fail('Discord did not answer in time.', SOON_MS, true)
  }
  return fail('Discord gave an answer that cannot be read.', LATER_MS, true)
}

function readCode(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return readCode(error.cause)
}
