import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import type { World } from '../World.ts'

const MOST_CONNECTIONS = 10

const ackSchema = z.object({ envelope_id: z.string(), payload: z.record(z.string(), z.unknown()).optional() })

export type Envelope = {
  readonly id: string
  readonly type: 'slash_commands' | 'interactive' | 'events_api'
  readonly payload: Record<string, unknown>
  /** How often Slack sent it before. */
  readonly retry: number
}

export type DisconnectReason = 'refresh_requested' | 'warning' | 'link_disabled' | 'too_many_websockets'

/** Slack's side of Socket Mode. */
export type SocketDoor = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Sends an envelope to one of the connections, in turn; null: it was not acknowledged in time. */
  deliver(envelope: Envelope): Promise<Record<string, unknown> | null>
  countConnections(): number
  /** Says goodbye to as many connections. */
  disconnect(reason: DisconnectReason, most: number): void
  /** Ends the connections without a word. */
  cut(): void
  close(): void
}

/** Opens Slack's side of Socket Mode: hello, envelopes, acknowledgements, disconnect. */
export function createSocketDoor(world: World): SocketDoor {
  const server = new WebSocketServer({ noServer: true })
  const connections = new Set<WebSocket>()
  const waiting = new Map<string, (payload: Record<string, unknown>) => void>()

  server.on('connection', (connection: WebSocket) => {
    if (connections.size >= MOST_CONNECTIONS) return sayGoodbye(connection, 'too_many_websockets')
    connections.add(connection)
    connection.on('close', () => connections.delete(connection))
    connection.on('message', (data) => {
      const ack = ackSchema.parse(JSON.parse(data.toString()))
      waiting.get(ack.envelope_id)?.(ack.payload ?? {})
    })
    connection.send(
      JSON.stringify({
        type: 'hello',
        num_connections: connections.size,
        connection_info: { app_id: world.appId },
        debug_info: { host: 'applink-1', approximate_connection_time: 18_060 },
      }),
    )
  })

  return {
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', world.origin).searchParams.get('ticket') ?? ''
      if (!world.tickets.delete(ticket)) return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
      server.handleUpgrade(request, socket, head, (connection) =>
        server.emit('connection', connection, request),
      )
    },
    deliver(envelope) {
      const [connection] = connections
      if (connection === undefined) throw new Error('No app is connected in Socket Mode: start it first.')
      // To the end of the line, so that each connection has its turn.
      connections.delete(connection)
      connections.add(connection)
      return new Promise((resolve) => {
        const settle = (payload: Record<string, unknown> | null) => {
          clearTimeout(timer)
          waiting.delete(envelope.id)
          resolve(payload)
        }
        const timer = setTimeout(() => settle(null), world.acknowledgeWithinMs)
        waiting.set(envelope.id, settle)
        connection.send(
          JSON.stringify({
            envelope_id: envelope.id,
            type: envelope.type,
            payload: envelope.payload,
            accepts_response_payload: envelope.type !== 'events_api',
            ...(envelope.retry > 0 ? { retry_attempt: envelope.retry, retry_reason: 'timeout' } : {}),
          }),
        )
      })
    },
    countConnections: () => connections.size,
    disconnect(reason, most) {
      for (const connection of [...connections].slice(0, most)) {
        // Nothing more is sent where the app was told to leave.
        if (reason !== 'warning') connections.delete(connection)
        sayGoodbye(connection, reason)
      }
    },
    cut() {
      for (const connection of connections) connection.terminate()
    },
    close() {
      for (const connection of connections) connection.terminate()
      server.close()
    },
  }
}

/** A warning comes some seconds before the connection is closed, so that the app can make another one first. */
function sayGoodbye(connection: WebSocket, reason: DisconnectReason): void {
  connection.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-1' } }))
  if (reason !== 'warning') connection.close()
}
