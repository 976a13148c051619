import { once } from 'node:events'
import { createServer } from 'node:net'
import { PortTakenError } from '@medikey/runtime'

/**
 * Refuses a port that somebody listens on, before seconds are spent on loading what was to listen there.
 *
 * @param options.variable what changes the port
 * @throws PortTakenError
 */
export async function requireFreePort(options: {
  host: string
  port: number
  variable: string
}): Promise<void> {
  const { host, port } = options
  const server = createServer()
  try {
    server.listen({ host, port, exclusive: true })
    await once(server, 'listening')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new PortTakenError({ ...options, cause })
    // Whoever listens in earnest says better what is wrong with it.
  } finally {
    if (server.listening) {
      server.close()
      await once(server, 'close')
    }
  }
}
