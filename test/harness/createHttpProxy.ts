import { once } from 'node:events'
import { createServer, type IncomingMessage, request as openRequest, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Cleanup } from './createCleanup.ts'

/** Which requests are meant: by method, by a pattern of the path with its query, and by one of the body where it says so. */
export type RequestMatch = { readonly method: string; readonly path: RegExp; readonly body?: RegExp }

/** One request, with the answer of the node; times as `performance.now()` counts. */
export type Exchange = {
  readonly method: string
  readonly path: string
  readonly body: Buffer
  readonly arrivedAt: number
  readonly status: number
  readonly answer: Buffer
  readonly answeredAt: number
}

/** A request that is caught on its way. */
export type Catch = {
  /** Resolves once such a request is held. */
  readonly held: Promise<{ readonly method: string; readonly path: string; readonly body: Buffer }>
  /** Lets it go on. */
  release(): void
  /** Breaks the connection instead. */
  drop(): void
}

/** Stands between MediKey and what it asks: its chain, or a chat. */
export type HttpProxy = {
  readonly url: string
  /**
   * Catches the next request that matches: `before` it reaches the target, or `after` that answered and before
   * MediKey hears of it. A held request whose sender dies never goes on.
   */
  catchNext(match: RequestMatch & { readonly when: 'before' | 'after' }): Catch
  /** The next exchange that matches, from now on. */
  nextExchange(match: RequestMatch): Promise<Exchange>
  /** How many requests that match reached the target. */
  countForwarded(match: RequestMatch): number
}

type Waiting = RequestMatch & {
  readonly when: 'before' | 'after'
  readonly hold: (request: { method: string; path: string; body: Buffer }) => Promise<'go on' | 'drop'>
}

/**
 * Starts a reverse proxy on a free port of loopback, through which a test sees what MediKey asks the chain or a chat,
 * and can stop it at a point of its choice.
 *
 * @param options.target where the chain answers
 * @example
 * const proxy = await createHttpProxy({ target: chain.url, cleanup })
 * const send = proxy.catchNext({ method: 'POST', path: /^\/v2\/transactions$/, when: 'before' })
 * await send.held
 */
export async function createHttpProxy(options: { target: string; cleanup: Cleanup }): Promise<HttpProxy> {
  const target = new URL(options.target)
  const waiting: Waiting[] = []
  const watchers: { match: RequestMatch; tell: (exchange: Exchange) => void }[] = []
  const forwarded: { method: string; path: string; body: Buffer }[] = []

  async function carry(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const method = incoming.method ?? 'GET'
    const path = incoming.url ?? '/'
    const arrivedAt = performance.now()
    const body = await buffer(incoming)
    if (!(await pass({ method, path, body, when: 'before' }, outgoing))) return
    forwarded.push({ method, path, body })
    // A connection of its own: a kept one may be closed by the node at the moment it is used again.
    const node = openRequest({
      agent: false,
      hostname: target.hostname,
      port: target.port,
      method,
      path,
      headers: { ...incoming.headers, host: target.host, connection: 'close' },
    })
    node.end(body)
    const [response] = (await once(node, 'response')) as [IncomingMessage]
    const answer = await buffer(response)
    const exchange = {
      method,
      path,
      body,
      arrivedAt,
      status: response.statusCode ?? 0,
      answer,
      answeredAt: performance.now(),
    }
    for (const watcher of watchers.filter(({ match }) => isMatch(match, exchange))) {
      watchers.splice(watchers.indexOf(watcher), 1)
      watcher.tell(exchange)
    }
    if (!(await pass({ method, path, body, when: 'after' }, outgoing))) return
    const { 'transfer-encoding': _chunked, connection: _connection, ...headers } = response.headers
    outgoing.writeHead(exchange.status, { ...headers, 'content-length': answer.length }).end(answer)
  }

  async function pass(
    request: { method: string; path: string; body: Buffer; when: 'before' | 'after' },
    outgoing: ServerResponse,
  ): Promise<boolean> {
    const index = waiting.findIndex((entry) => entry.when === request.when && isMatch(entry, request))
    const [entry] = index === -1 ? [] : waiting.splice(index, 1)
    if (entry === undefined) return !outgoing.destroyed
    const { method, path, body } = request
    const verdict = await Promise.race([
      entry.hold({ method, path, body }),
      once(outgoing, 'close').then(() => 'drop' as const),
    ])
    if (verdict === 'go on') return true
    outgoing.destroy()
    return false
  }

  const server = createServer((incoming, outgoing) => {
    carry(incoming, outgoing).catch(() => outgoing.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  options.cleanup.add(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    catchNext(match) {
      const held = Promise.withResolvers<{ method: string; path: string; body: Buffer }>()
      const verdict = Promise.withResolvers<'go on' | 'drop'>()
      waiting.push({
        ...match,
        hold: (request) => {
          held.resolve(request)
          return verdict.promise
        },
      })
      return {
        held: held.promise,
        release: () => verdict.resolve('go on'),
        drop: () => verdict.resolve('drop'),
      }
    },
    nextExchange(match) {
      const { promise, resolve } = Promise.withResolvers<Exchange>()
      watchers.push({ match, tell: resolve })
      return promise
    },
    countForwarded: (match) => forwarded.filter((request) => isMatch(match, request)).length,
  }
}

function isMatch(match: RequestMatch, request: { method: string; path: string; body: Buffer }): boolean {
  return (
    match.method === request.method &&
    match.path.test(request.path) &&
    (match.body?.test(request.body.toString()) ?? true)
  )
}
