import { upgradeWebSocket } from '@hono/node-server'
import type { WebSocket } from 'ws'
import type { App, RouteDeps } from '../http/RouteDeps.ts'
import { answerMessage } from './answerMessage.ts'
import { createSubscriptions } from './createSubscriptions.ts'
import { deliver } from './deliver.ts'
import { publishUpdates } from './publishUpdates.ts'
import { webSocketPath } from './webSocketPath.ts'

/**
 * `GET /extended/v1/ws`: updates as JSON-RPC notifications, for whoever subscribes. Reading is public, as it
 * is on the API.
 */
export function addWebSocketRoute(app: App, { chain, onError }: RouteDeps): void {
  const subscriptions = createSubscriptions()
  publishUpdates({ chain, subscriptions, onError })
  app.get(
    webSocketPath,
    // What only names the protocol, without asking for it, is a request like any other.
    (c, next) => (c.env.outgoing === undefined ? next() : c.notFound()),
    upgradeWebSocket(() => ({
      onMessage: ({ data }, { raw }) => {
        const client = raw as WebSocket
        // The API reads bytes and text alike.
        const message = typeof data === 'string' ? data : Buffer.from(data as ArrayBuffer).toString('utf8')
        const answer = answerMessage(subscriptions, { client, message })
        if (answer !== null) deliver(client, answer)
      },
      onClose: (_, { raw }) => subscriptions.forget(raw as WebSocket),
    })),
  )
}
