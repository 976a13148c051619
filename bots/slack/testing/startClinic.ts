import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Directory, deliverLane } from '@medikey/core'
import { type Clinic, createClinic, type Handle } from '@medikey/core/testing'
import { onTestFinished } from 'vitest'
import { createSlackApp, type SlackApp } from '../src/app.ts'
import { connectSlack } from '../src/connection/connectSlack.ts'
import type { SlackConnection } from '../src/connection/SlackConnection.ts'
import { createFakeSlack } from './createFakeSlack.ts'
import { createRecordedLogger, type LogEntry } from './createRecordedLogger.ts'
import type { WorldOptions } from './createWorld.ts'
import type { FakeSlack } from './FakeSlack.ts'
import { readManifest } from './readManifest.ts'

/** A clinic whose people sit in the double of Slack, with the app running. Ends with the test. */
export type SlackClinic = {
  readonly clinic: Clinic
  readonly slack: FakeSlack
  readonly app: SlackApp
  readonly connection: SlackConnection
  /** What was logged. */
  readonly log: readonly LogEntry[]
  /** Sends what core queued for Slack, as the delivery job does. */
  deliver(): Promise<void>
}

/** Starts the app in memory, over a socket or behind HTTP. */
export async function startClinic(
  options: {
    mode?: 'socket' | 'http'
    world?: WorldOptions
    directory?: Directory
    undeclared?: readonly Handle[]
  } = {},
): Promise<SlackClinic> {
  const { mode = 'socket', world = {}, directory, undeclared = [] } = options
  const made = createClinic({ undeclared })
  const clinic = directory === undefined ? made : { ...made, deps: { ...made.deps, directory } }
  const slack = await createFakeSlack({ manifest: readManifest(), ...world })
  onTestFinished(slack.close)
  const { logger, log } = createRecordedLogger()
  const [, ...others] = slack.workspaces
  const otherBotTokens = others.map(({ botToken }) => botToken)
  const tokens = { botToken: slack.botToken, otherBotTokens, apiUrl: slack.apiUrl }
  const connection = await connectSlack({
    config:
      mode === 'socket'
        ? { ...tokens, mode, appToken: slack.appToken }
        : { ...tokens, mode, signingSecret: slack.signingSecret },
    channels: { approvals: 'C0APPROVE', alerts: 'C0ALERTS' },
    logger,
  })
  const app = createSlackApp(clinic.deps, { connection, logger })
  onTestFinished(app.stop)
  await app.start()
  if (app.requestListener !== undefined) slack.deliverTo(await listen(app.requestListener))

  async function deliver(): Promise<void> {
    const now = clinic.deps.clock.now()
    const lanes = await clinic.deps.store.listDueLanes({ now, staleBefore: now, limit: 100 })
    for (const lane of lanes) await deliverLane(clinic.deps, { lane, messenger: connection.messenger })
  }
  return { clinic, slack, app, connection, log, deliver }
}

async function listen(listener: NonNullable<SlackApp['requestListener']>): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`
}
