import type { Server } from 'node:http'

/** How often connections are looked at whose last answer has just been given. */
const IDLE_CHECK_MS = 25

/**
 * Closes a server: no new connection, requests under way finish, and what is left after the grace is
 * broken off. Node itself waits for a kept-alive connection until the client lets go.
 *
 * @param options.graceMs How long a request under way may still take.
 * @example
 * await closeHttpServer(server, { graceMs: 3_000 })
 */
export async function closeHttpServer(server: Server, options: { graceMs: number }): Promise<void> {
  if (!server.listening) return
  const { promise, resolve } = Promise.withResolvers<void>()
  server.close(() => resolve())
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS)
  const grace = setTimeout(() => server.closeAllConnections(), options.graceMs)
  await promise
  clearInterval(idle)
  clearTimeout(grace)
}
