import type { IncomingMessage, Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { PortTakenError } from '../errors/PortTakenError.ts'
import { createWebSocketServer } from '../websocket/createWebSocketServer.ts'
import { webSocketPath } from '../websocket/webSocketPath.ts'
import type { App } from './RouteDeps.ts'

/**
 * Serves an app.
 *
 * @param port 0 for any free one.
 * @throws PortTakenError
 */
export async function listen(
  app: App,
  { host, port }: { host: string; port: number },
): Promise<{ url: string; close: () => Promise<void> }> {
  const webSockets = createWebSocketServer()
  const server = createAdaptorServer({
    fetch: app.fetch,
    websocket: { server: webSockets.server },
    serverOptions: { shouldUpgradeCallback: isWebSocket },
  }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(cause.code === 'EADDRINUSE' ? new PortTakenError({ host, port, cause }) : cause)
    })
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const actual = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        webSockets.close()
        server.closeAllConnections()
      }),
  }
}

// Any other wish to upgrade, such as curl's to HTTP/2, may be ignored: the request is served as it is.
function isWebSocket({ url = '', headers }: IncomingMessage): boolean {
  const { upgrade, host = 'localhost' } = headers
  const isAsked = upgrade?.toLowerCase() === 'websocket' && url.split('?', 1)[0] === webSocketPath
  // Under a host that is none an ordinary request is answered 400, an upgrade 500.
  return isAsked && URL.canParse(`http://${host}${url}`)
}
