import type { WebSocket } from 'ws'

/** How many bytes may wait for a client that does not read them. */
const maximumBuffered = 4 * 1024 * 1024
/** RFC 6455: try again later. */
const tooSlow = 1013

/** Sends a message, unless the client has let too many wait: it is cut then. */
export function deliver(client: WebSocket, message: string): void {
  if (client.readyState !== client.OPEN) return
  if (client.bufferedAmount <= maximumBuffered) client.send(message)
  else client.close(tooSlow, 'The connection does not read fast enough.')
}
