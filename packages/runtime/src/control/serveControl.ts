import { chmodSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { closeHttpServer } from '../http/closeHttpServer.ts'
import type { Logger } from '../logging/Logger.ts'
import { answerControl } from './answerControl.ts'
import { ControlError } from './ControlError.ts'
import type { ControlHandler } from './ControlHandler.ts'
import { isSocketAnswered } from './isSocketAnswered.ts'

/** What `sun_path` holds on the narrowest of our systems, without the closing zero. */
const LONGEST_PATH_BYTES = 103

const LARGEST_BODY_BYTES = 1_048_576

/** Answers other commands until it is closed; then calls under way have `graceMs` (default 3 000) to finish. */
export type ControlServer = { close(options?: { graceMs?: number }): Promise<void> }

/**
 * Lets other `medikey` commands of the same user talk to this process over a unix socket. Put it into the
 * data directory: that is closed to others (0700), and the socket is too (0600). A socket that a killed
 * process left behind is replaced.
 *
 * @param options.socketPath Absolute path, at most 103 bytes.
 * @throws {ControlError} where another process answers there, or the path is too long.
 * @example
 * const control = await serveControl({
 *   socketPath: join(config.dataDir, 'medikey.sock'),
 *   handlers: { status: defineControlHandler({ params: z.null(), run: () => ({ pid: process.pid }) }) },
 *   logger,
 * })
 */
export async function serveControl(options: {
  socketPath: string
  handlers: Readonly<Record<string, ControlHandler>>
  logger: Logger
}): Promise<ControlServer> {
  const { socketPath, handlers, logger } = options
  if (Buffer.byteLength(socketPath) > LONGEST_PATH_BYTES)
    throw new ControlError({
      code: 'CONTROL_PATH_TOO_LONG',
      shortMessage: `The path ${socketPath} is too long for a socket: set MEDIKEY_DATA_DIR to a shorter one.`,
    })
  if (await isSocketAnswered(socketPath))
    throw new ControlError({
      code: 'CONTROL_SOCKET_TAKEN',
      shortMessage: `Another MediKey answers on ${socketPath}: stop it first, or set MEDIKEY_DATA_DIR to another directory.`,
    })
  rmSync(socketPath, { force: true })

  const app = new Hono()
  app.post('/', bodyLimit({ maxSize: LARGEST_BODY_BYTES }), async (context) => {
    const body: unknown = await context.req.json().catch(() => null)
    const answer = await answerControl({ logger }, { handlers, body, signal: context.req.raw.signal })
    const text = JSON.stringify(answer, (_name, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    )
    return context.body(text, 200, { 'content-type': 'application/json' })
  })
  app.onError((err, context) => {
    if (err instanceof HTTPException) return err.getResponse()
    logger.error({ err }, 'Control request failed')
    return context.text('Internal error', 500)
  })

  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }))
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(socketPath, resolve)
  await promise.catch((cause: NodeJS.ErrnoException) => {
    const shortMessage = `The control socket ${socketPath} cannot be made (${cause.code}): check that this user may write there.`
    throw new ControlError({ code: 'CONTROL_SOCKET_REFUSED', shortMessage, cause })
  })
  server.off('error', reject)
  server.on('error', (err) => logger.error({ err }, 'Control socket failed'))
  chmodSync(socketPath, 0o600)

  return { close: ({ graceMs = 3_000 } = {}) => closeHttpServer(server, { graceMs }) }
}
