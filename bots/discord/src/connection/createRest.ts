import { REST } from 'discord.js'
import type { DiscordConfig } from './DiscordConfig.ts'

const TIMEOUT_MS = 4000
const SWEEP_MS = 60_000
/** What is waited for a turn. */
const SHORT_WAIT_MS = 1000

/**
 * How calls to Discord are made: a short time, and never twice. Whether a second try is safe is core's to decide. What
 * would have to wait long for its turn fails at once and says when to come again; only an answer to a person waits, since
 * nobody would ask for it again.
 */
export function createRest({ token, apiUrl }: DiscordConfig): REST {
  return new REST({
    ...(apiUrl === undefined ? {} : { api: apiUrl.replace(/\/+$/, '') }),
    version: '10',
    timeout: TIMEOUT_MS,
    retries: 0,
    offset: 0,
    // Each interaction has a rate limit of its own, which is of no use after it.
    handlerSweepInterval: SWEEP_MS,
    rejectOnRateLimit: ({ route, retryAfter }) =>
      retryAfter > SHORT_WAIT_MS && !route.startsWith('/webhooks/') && !route.startsWith('/interactions/'),
  }).setToken(token)
}
