import type { Logger } from '@medikey/runtime'
import type { WebClientOptions } from '@slack/web-api'
import { createSlackLogger } from './createSlackLogger.ts'

const TIMEOUT_MS = 4000

/**
 * How calls to Slack are made: a short time, and never twice. Whether a second try is safe is core's to decide, since a
 * library that posts again on its own posts twice.
 */
export function toClientOptions(options: { apiUrl?: string; logger: Logger }): WebClientOptions {
  return {
    ...(options.apiUrl === undefined ? {} : { slackApiUrl: options.apiUrl }),
    timeout: TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: createSlackLogger(options.logger),
    // What has no time limit of its own, such as an answer to a response address, gets the same one.
    fetch: (url, init) => fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(TIMEOUT_MS) }),
  }
}
