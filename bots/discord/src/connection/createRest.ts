import { DefaultRestOptions, REST } from 'discord.js'
import type { DiscordConfig } from './DiscordConfig.ts'

const TIMEOUT_MS = 4000
const SWEEP_MS = 60_000

/** How much is asked of Discord, and how patiently. */
type Pace = {
  /** All calls together in a second. */
  readonly perSecond: number
  /** How long a call waits for its turn, in milliseconds, before it fails and says when to come again. */
  readonly longestWaitMs: number
}

/** Whether another try helps, and when, is core's to decide. */
const BOT: Pace = { perSecond: DefaultRestOptions.globalRequestsPerSecond, longestWaitMs: 1000 }

/**
 * How calls to Discord are made: a short time, and never twice. Whether a second try is safe is core's to decide.
 *
 * @param pace of the bot's own calls unless told otherwise
 */
export function createRest({ token, apiUrl }: DiscordConfig, pace: Pace = BOT): REST {
  return new REST({
    ...(apiUrl === undefined ? {} : { api: apiUrl.replace(/\/+$/, '') }),
    version: '10',
    timeout: TIMEOUT_MS,
    retries: 0,
    offset: 0,
    // Each interaction has a rate limit of its own, which is of no use after it.
    handlerSweepInterval: SWEEP_MS,
    globalRequestsPerSecond: pace.perSecond,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > pace.longestWaitMs,
  }).setToken(token)
}
