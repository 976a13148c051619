import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import type { World } from '../World.ts'

const ACKNOWLEDGE_WITHIN_MS = 3000

const ackSchema = z.object({ envelope_id: z.string(), payload: z.record(z.string(), z.unknown()).optional() })

export type Envelope = {
  readonly id: string
  readonly type: 'slash_commands' | 'interactive'
  readonly payload: Record<string, unknown>
  /** How often Slack sent it before. */
  readonly retry: number
}

/** Slack's side of Socket Mode. */
export type SocketDoor = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Sends an envelope to one of the connections and waits for its acknowledgement. */
  deliver(envelope: Envelope): Promise<Record<string, unknown>>
  countConnections(): number
  disconnect(reason: 'refresh_requested' | 'warning' | 'link_disabled'): void
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
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(envelope.id)
          reject(new Error(`The app did not acknowledge within ${ACKNOWLEDGE_WITHIN_MS} ms.`))
        }, ACKNOWLEDGE_WITHIN_MS)
        waiting.set(envelope.id, (payload) => {
          clearTimeout(timer)
          waiting.delete(envelope.id)
          resolve(payload)
        })
        connection.send(
          JSON.stringify({
            envelope_id: envelope.id,
            type: envelope.type,
            payload: envelope.payload,
            accepts_response_payload: true,
            ...(envelope.retry > 0 ? { retry_attempt: envelope.retry, retry_reason: 'timeout' } : {}),
          }),
        )
      })
    },
    countConnections: () => connections.size,
    disconnect(reason) {
      for (const connection of connections) {
        connection.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-1' } }))
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
