import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A request as it arrived over the socket. */
type NodeRequest = {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** What to answer: JSON or text, or no answer at all. */
export type NodeAnswer =
  | {
      readonly status?: number
      readonly json: unknown
      readonly headers?: Readonly<Record<string, string | undefined>>
    }
  | {
      readonly status?: number
      readonly text: string
      readonly headers?: Readonly<Record<string, string | undefined>>
    }
  | 'hang'
  | 'reset'
  | 'reset after the headers'

export type TestNode = {
  readonly url: string
  /** Every request that arrived, oldest first. */
  readonly requests: NodeRequest[]
  /** Answers a route: `GET /extended`. A trailing `*` takes every path that starts so. The newest one wins. */
  answer(route: string, answer: NodeAnswer | ((request: NodeRequest) => NodeAnswer)): void
  close(): Promise<void>
}

/** A server on a real socket that answers as a node and its API do, with what a test tells it to. */
export async function startNode(): Promise<TestNode> {
  const requests: NodeRequest[] = []
  const routes: { route: string; answer: (request: NodeRequest) => NodeAnswer }[] = []

  const server = createServer(async (incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', 'http://node')
    const method = incoming.method ?? 'GET'
    const body = await text(incoming)
    const request = { method, path: url.pathname, query: url.searchParams, headers: incoming.headers, body }
    requests.push(request)
    const called = `${method} ${url.pathname}`
    const match = routes.find(({ route }) =>
      route.endsWith('*') ? called.startsWith(route.slice(0, -1)) : called === route,
    )
    const answer: NodeAnswer = match?.answer(request) ?? {
      status: 404,
      json: { message: `Route ${method}:${url.pathname} not found`, error: 'Not Found', statusCode: 404 },
    }
    if (answer === 'hang') return
    if (answer === 'reset') return void incoming.socket.resetAndDestroy()
    if (answer === 'reset after the headers') {
      outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': '66' })
      outgoing.write('"', () => incoming.socket.resetAndDestroy())
      return
    }
    const isJson = 'json' in answer
    outgoing.setHeader('content-type', isJson ? 'application/json; charset=utf-8' : 'text/plain')
    for (const [name, value] of Object.entries(answer.headers ?? {})) {
      if (value !== undefined) outgoing.setHeader(name, value)
    }
    outgoing.writeHead(answer.status ?? 200)
    outgoing.end(isJson ? JSON.stringify(answer.json) : answer.text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    answer: (route, answer) => {
      routes.unshift({ route, answer: typeof answer === 'function' ? answer : () => answer })
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
