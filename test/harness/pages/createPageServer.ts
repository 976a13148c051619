import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Cleanup } from '../createCleanup.ts'
import { block, deployment, logsPage, status, transaction, transactionsPage } from './madeHistory.ts'

/** What is asked, with the answer that it would get: null where there is nothing. */
export type Asked = { readonly path: string; readonly query: URLSearchParams; readonly json: unknown }

/** An answer in place of the API's. */
export type Answer = {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
  /** The connection breaks after the body, of which more was promised. */
  readonly isCut?: boolean
}

/** A made history in the API's shape. */
export type PageServer = {
  readonly url: string
  /** Lets the history be so long from now on. */
  setLength(events: number): void
  /** Asks before each answer for another one, until it is taken away with null; undefined leaves the API's. */
  disturb(answer: ((asked: Asked) => Answer | Promise<Answer> | undefined) | null): void
}

/**
 * Serves a made history over HTTP, each page made when it is asked for.
 *
 * @param options.events how many events the history has
 * @example
 * const pages = await createPageServer({ events: 1_000, cleanup })
 * pages.disturb(() => ({ status: 502, body: '<html>Bad gateway</html>' }))
 */
export async function createPageServer(options: { events: number; cleanup: Cleanup }): Promise<PageServer> {
  let { events } = options
  let disturb: Parameters<PageServer['disturb']>[0] = null

  function read(path: string, query: URLSearchParams): unknown {
    if (path.endsWith('/logs')) return logsPage(events, query)
    if (path.startsWith('/extended/v3/principals/')) return transactionsPage(events, query)
    if (path.startsWith('/extended/v3/transactions/')) return transaction(path.split('/').at(-1) ?? '')
    if (path.startsWith('/extended/v2/blocks/')) return block(Number(path.split('/').at(-1)))
    if (path.startsWith('/extended/v1/contract/')) return deployment()
    return path === '/extended' || path === '/extended/' ? status(events) : null
  }

  async function carry(target: string, outgoing: ServerResponse): Promise<void> {
    const { pathname: path, searchParams: query } = new URL(target, 'http://node')
    const json = read(path, query)
    const { isCut = false, ...answer } = (await disturb?.({ path, query, json })) ?? toAnswer(json)
    const length = Buffer.byteLength(answer.body) * (isCut ? 2 : 1)
    outgoing.writeHead(answer.status ?? 200, {
      'content-type': 'application/json',
      'content-length': length,
      ...answer.headers,
    })
    if (isCut) outgoing.write(answer.body, () => outgoing.destroy())
    else outgoing.end(answer.body)
  }

  const server = createServer((incoming, outgoing) => {
    carry(incoming.url ?? '/', outgoing).catch(() => outgoing.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  options.cleanup.add(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setLength(length) {
      events = length
    },
    disturb(answer) {
      disturb = answer
    },
  }
}

function toAnswer(json: unknown): Answer {
  if (json !== null) return { body: JSON.stringify(json) }
  const notFound = { statusCode: 404, error: 'Not Found', message: 'Cursor not found' }
  return { status: 404, body: JSON.stringify(notFound) }
}
