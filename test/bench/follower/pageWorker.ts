import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerAsks } from '../local-chain/answerAsks.ts'
import { block, deployment, logsPage, status, transaction, transactionsPage } from './madeHistory.ts'

/** Serves a made history in the API's shape: each page is made when it is asked for. */
let events = 0

function answer(path: string, query: URLSearchParams): unknown {
  if (path.endsWith('/logs')) return logsPage(events, query)
  if (path.startsWith('/extended/v3/principals/')) return transactionsPage(events, query)
  if (path.startsWith('/extended/v3/transactions/')) return transaction(path.split('/').at(-1) ?? '')
  if (path.startsWith('/extended/v2/blocks/')) return block(Number(path.split('/').at(-1)))
  if (path.startsWith('/extended/v1/contract/')) return deployment()
  return path === '/extended' || path === '/extended/' ? status(events) : null
}

const server = createServer((incoming, outgoing) => {
  const url = new URL(incoming.url ?? '/', 'http://node')
  const json = answer(url.pathname, url.searchParams)
  outgoing.setHeader('content-type', 'application/json')
  outgoing.writeHead(json === null ? 404 : 200)
  outgoing.end(JSON.stringify(json ?? { statusCode: 404, error: 'Not Found', message: 'Cursor not found' }))
})

answerAsks({
  async serve(options: { events: number }) {
    events = options.events
    if (!server.listening) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  },
})
