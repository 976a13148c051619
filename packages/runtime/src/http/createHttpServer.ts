import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { collectDefaultMetrics, Registry } from 'prom-client'
import type { Logger } from '../logging/Logger.ts'
import { closeHttpServer } from './closeHttpServer.ts'
import { ListenFailedError } from './ListenFailedError.ts'
import { PortTakenError } from './PortTakenError.ts'
import { type ReadinessCheck, runReadinessChecks } from './runReadinessChecks.ts'

/** A handler of node's own request and answer, for libraries that must read the raw body themselves. */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => unknown

/** The one HTTP server of a process. */
export type HttpServer = {
  /** For further routes of ours. */
  readonly app: Hono
  /** What `/metrics` shows; hand it down as `registers: [registry]`. */
  readonly registry: Registry
  /** Adds a line to `/readyz`, which answers 503 while any check fails. */
  addReadinessCheck(check: ReadinessCheck): void
  /** Hands every request on exactly this path to the handler, before anything has read it. */
  mount(path: string, handler: NodeHandler): void
  /**
   * Begins to take requests.
   *
   * @returns the address and port that were bound
   * @throws {PortTakenError} where somebody else listens there.
   * @throws {ListenFailedError} where the machine refuses the address.
   */
  listen(): Promise<{ url: string; port: number }>
  /** Takes no more requests, lets those under way finish, and closes what is left after `graceMs` (default 3 000). */
  close(options?: { graceMs?: number }): Promise<void>
}

/** Where {@link createHttpServer} listens. */
export type CreateHttpServerOptions = {
  /** An address or a name of this machine; `0.0.0.0` for all of its addresses. */
  host: string
  /** 0 means any free port. */
  port: number
  logger: Logger
  /** The variable that changes the port, for the error's sentence. */
  portVariable?: string
  /** How long one readiness check may take. Default 2 000. */
  readinessTimeoutMs?: number
}

/**
 * Creates the one HTTP server of a process: `/livez` (the process answers), `/readyz` (its parts work),
 * `/metrics`, whatever is mounted, and a plain 404 for the rest.
 *
 * @example
 * const server = createHttpServer({ host: config.host, port: config.port, logger })
 * server.addReadinessCheck({ name: 'store', check: () => store.ping() })
 * server.mount('/slack/events', (request, response) => receiver.requestListener(request, response))
 * const { url } = await server.listen()
 */
export function createHttpServer(options: CreateHttpServerOptions): HttpServer {
  const { host, port, logger, portVariable = 'PORT', readinessTimeoutMs = 2_000 } = options
  const checks: ReadinessCheck[] = []
  const mounts = new Map<string, NodeHandler>()
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })

  const app = new Hono()
  app.get('/livez', (context) => context.json({ status: 'alive' }))
  app.get('/readyz', async (context) => {
    const { ready, checks: results } = await runReadinessChecks({ checks, timeoutMs: readinessTimeoutMs })
    return context.json({ status: ready ? 'ready' : 'not ready', checks: results }, ready ? 200 : 503)
  })
  app.get('/metrics', async (context) =>
    context.text(await registry.metrics(), 200, { 'content-type': registry.contentType }),
  )
  app.notFound((context) => context.text('Not found', 404))
  app.onError((err, context) => {
    if (err instanceof HTTPException) return err.getResponse()
    logger.error({ err, path: context.req.path }, 'Request failed')
    return context.text('Internal error', 500)
  })

  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? ''
    const handler = mounts.get(path)
    if (handler === undefined) return void answer(request, response)
    void (async () => handler(request, response))().catch((err: unknown) => {
      logger.error({ err, path }, 'Request failed')
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' })
      response.end('Internal error')
    })
  })

  return {
    app,
    registry,
    addReadinessCheck(check) {
      checks.push(check)
    },
    mount(path, handler) {
      mounts.set(path, handler)
    },
    async listen() {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      server.once('error', reject)
      server.listen({ host, port }, resolve)
      await promise.catch((cause: NodeJS.ErrnoException) => {
        const facts = { host, port, variable: portVariable, cause }
        if (cause.code === 'EADDRINUSE') throw new PortTakenError(facts)
        throw new ListenFailedError({ ...facts, systemCode: cause.code ?? cause.name })
      })
      server.off('error', reject)
      server.on('error', (err) => logger.error({ err }, 'HTTP server failed'))
      const address = server.address() as AddressInfo
      const name = host.includes(':') ? `[${host}]` : host
      return { url: `http://${name}:${address.port}`, port: address.port }
    },
    close: ({ graceMs = 3_000 } = {}) => closeHttpServer(server, { graceMs }),
  }
}
