import { type WebSocket, WebSocketServer } from 'ws'

/** A request is a few hundred bytes; a batch of them may be large. */
const maximumMessageBytes = 64 * 1024
/** As often as the API asks whether a client is still there. */
const defaultHeartbeatMs = 5000
/** How long a closing client may take to say goodbye. */
const closeTimeoutMs = 1000
/** RFC 6455: going away. */
const goingAway = 1001

/** Makes the server of the WebSocket connections, which cuts those whose client is gone. */
export function createWebSocketServer({ heartbeatMs = defaultHeartbeatMs }: { heartbeatMs?: number } = {}): {
  server: WebSocketServer
  close: () => void
} {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: maximumMessageBytes,
    // Missing in the declared options.
    ...{ closeTimeout: closeTimeoutMs },
  })
  const silent = new WeakSet<WebSocket>()
  server.on('connection', (client) => {
    client.on('pong', () => silent.delete(client))
    // What breaks the protocol is closed with a code; there is nobody else to tell.
    client.on('error', () => undefined)
  })
  const heartbeat = setInterval(() => {
    for (const client of server.clients) {
      if (silent.has(client)) client.terminate()
      silent.add(client)
      client.ping()
    }
  }, heartbeatMs).unref()
  return {
    server,
    close: () => {
      clearInterval(heartbeat)
      for (const client of server.clients) client.close(goingAway, 'The chain is closing.')
    },
  }
}
