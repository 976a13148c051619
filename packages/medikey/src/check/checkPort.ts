import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Check } from './Check.ts'
import type { Running } from './findRunning.ts'

/** Says whether the port is free, or held by the MediKey of this data directory. */
export async function checkPort(options: {
  name: string
  host: string
  port: number
  /** The setting that names the port. */
  setting: 'PORT' | 'MEDIKEY_CHAIN_PORT'
  running: Running | null
}): Promise<Check> {
  const { name, host, port, setting, running } = options
  if (running !== null) return { name, ok: true, detail: `MediKey is running and serves ${running.url}.` }
  if (port === 0) return { name, ok: true, detail: `${setting} is 0: any free port will do.` }
  const server = createServer()
  try {
    server.listen({ host, port, exclusive: true })
    await once(server, 'listening')
    return { name, ok: true, detail: `${host}:${port} is free.` }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown'
    const detail =
      code === 'EADDRINUSE'
        ? `${host}:${port} is taken by another program. Stop that, or set ${setting} to another port.`
        : `${host}:${port} cannot be listened on (${code}). Correct HOST or ${setting}.`
    return { name, ok: false, detail }
  } finally {
    server.close()
  }
}
