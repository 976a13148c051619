import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { World } from '../World.ts'
import { closeCodes } from './closeCodes.ts'
import { createSessions } from './createSessions.ts'
import { serveConnection } from './serveConnection.ts'

export type Handshake = 'identify' | 'resume'

/** Discord's gateway: one WebSocket for each app that listens. */
export type GatewayDoor = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Connections that are identified or resumed. */
  countConnections(): number
  /** Sessions, those of apps that are away included. */
  countSessions(): number
  handshakes(): readonly Handshake[]
  dispatch: World['dispatch']
  disconnect(code: number): void
  requestReconnect(): void
  invalidateSessions(options: { isResumable: boolean }): void
  /** Ends the connections without a word. */
  cut(): void
  close(): void
}

/** Opens the gateway: hello, identify, heartbeats, events, resume, close codes. */
export function createGatewayDoor(world: World): GatewayDoor {
  const server = new WebSocketServer({ noServer: true })
  const sessions = createSessions(world)
  const handshakes: Handshake[] = []
  const connected = () => sessions.list().flatMap(({ connection }) => connection ?? [])

  server.on('connection', (connection: WebSocket, request: IncomingMessage) => {
    const query = new URL(request.url ?? '/', world.origin).searchParams
    if (query.get('v') !== '10') return connection.close(closeCodes.invalidApiVersion, 'Invalid API version')
    if ((query.get('encoding') ?? 'json') !== 'json' || query.has('compress'))
      return connection.close(closeCodes.decodeError, 'The double speaks plain JSON only')
    serveConnection(world, { connection, sessions, onHandshake: (kind) => void handshakes.push(kind) })
  })

  function sendToAll(frame: { op: number; d: unknown }): void {
    for (const connection of connected()) connection.send(JSON.stringify(frame))
  }

  return {
    upgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (connection) =>
        server.emit('connection', connection, request),
      )
    },
    countConnections: () => connected().length,
    countSessions: () => sessions.list().length,
    handshakes: () => handshakes,
    dispatch: sessions.dispatch,
    disconnect(code) {
      for (const connection of connected()) connection.close(code)
    },
    requestReconnect: () => sendToAll({ op: 7, d: null }),
    invalidateSessions({ isResumable }) {
      sendToAll({ op: 9, d: isResumable })
      for (const session of sessions.list()) {
        session.connection = null
        if (!isResumable) sessions.end(session)
      }
    },
    cut() {
      for (const connection of connected()) connection.terminate()
    },
    close() {
      for (const connection of server.clients) connection.terminate()
      server.close()
    },
  }
}
