import { once } from 'node:events'
import { WebClient } from '@slack/web-api'
import { onTestFinished } from 'vitest'
import WebSocket from 'ws'
import { createSlackLogger } from '../src/connection/createSlackLogger.ts'
import { createFakeSlack } from './createFakeSlack.ts'
import type { WorldOptions } from './createWorld.ts'
import { silentLogger } from './silentLogger.ts'

type Envelope = { envelope_id: string; type: string; payload: Record<string, never>; retry_attempt?: number }

/** An app of a few lines: it remembers what arrives, and acknowledges with what the test says; null: not at all. */
export async function connectApp(options: WorldOptions = {}) {
  const slack = await createFakeSlack(options)
  onTestFinished(slack.close)
  const client = new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    logger: createSlackLogger(silentLogger),
  })
  const opener = new WebClient(slack.appToken, { slackApiUrl: slack.apiUrl })
  const received: Envelope[] = []
  const answer: { payload: object | null } = { payload: {} }

  async function openSocket() {
    const { url = '' } = await opener.apps.connections.open()
    const socket = new WebSocket(url)
    const frames: unknown[] = []
    socket.on('message', (data) => {
      const frame = JSON.parse(data.toString())
      frames.push(frame)
      if (frame.envelope_id === undefined) return
      received.push(frame)
      if (answer.payload !== null) {
        socket.send(JSON.stringify({ envelope_id: frame.envelope_id, payload: answer.payload }))
      }
    })
    await once(socket, 'message')
    return { socket, url, frames }
  }
  return { slack, client, received, answer, openSocket, ...(await openSocket()) }
}
