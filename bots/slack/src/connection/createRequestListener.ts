import type { IncomingMessage, ServerResponse } from 'node:http'
import type { HTTPReceiver } from '@slack/bolt'

/** Bolt's door for HTTP, which answers also what it does not know, and closes. */
export function createRequestListener(options: { receiver: HTTPReceiver }): {
  listener: (request: IncomingMessage, response: ServerResponse) => void
  close(): void
} {
  let isClosed = false
  return {
    listener(request, response) {
      if (isClosed) return void response.writeHead(503).end()
      try {
        options.receiver.requestListener(request, response)
      } catch {
        // Bolt throws what is not for it: another path or method.
        response.writeHead(404).end()
      }
    },
    close() {
      isClosed = true
    },
  }
}
