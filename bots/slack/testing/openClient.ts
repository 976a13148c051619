import { WebClient } from '@slack/web-api'
import { onTestFinished } from 'vitest'
import { createSlackLogger } from '../src/connection/createSlackLogger.ts'
import { createFakeSlack } from './createFakeSlack.ts'
import type { WorldOptions } from './createWorld.ts'
import { silentLogger } from './silentLogger.ts'

/** Starts the double for one test, with Slack's own client of its Web API, which tries nothing twice. */
export async function openClient(options: WorldOptions = {}) {
  const slack = await createFakeSlack(options)
  onTestFinished(slack.close)
  const toClient = (token: string | undefined) =>
    new WebClient(token, {
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 0 },
      logger: createSlackLogger(silentLogger),
      rejectRateLimitedCalls: true,
    })
  return { slack, client: toClient(slack.botToken), toClient }
}
