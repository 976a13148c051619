import type { PendingTransaction } from '../../chain/TransactionRecord.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { ApiError } from './ApiError.ts'
import { involves } from './involves.ts'
import { pageNewestFirst } from './pageNewestFirst.ts'
import { parsePage } from './parsePage.ts'
import { parsePrincipal } from './parsePrincipal.ts'
import { toTransactionSummaryV3 } from './toTransactionV3.ts'

/** The mempool, newest first: `GET /extended/v3/mempool/transactions`, and that of one principal. */
export function listMempool(app: App, { chain }: RouteDeps): void {
  app.get('/extended/v3/mempool/transactions', (c) => {
    const { limit } = parsePage(c, { resource: 'transaction' })
    return c.json(toPageV3(chain.mempool.list(), limit, c.req.query('cursor')))
  })
  app.get('/extended/v3/principals/:principal/mempool/transactions', (c) => {
    const principal = parsePrincipal(c.req.param('principal'))
    const { limit } = parsePage(c, { resource: 'transaction' })
    const items = chain.mempool.list().filter((pending) => involves(pending, { principal }))
    return c.json(toPageV3(items, limit, c.req.query('cursor')))
  })
}

function toPageV3(items: readonly PendingTransaction[], limit: number, cursor: string | undefined) {
  if (cursor !== undefined && !/^\d+:(0x)?[a-fA-F0-9]{64}$/.test(cursor)) {
    throw new ApiError({ status: 400, message: 'querystring/cursor must be receipt_time:tx_id' })
  }
  const wanted = cursor?.split(':')[1]?.replace(/^0x/, '').toLowerCase()
  const end =
    wanted === undefined
      ? items.length
      : items.findIndex(({ transaction }) => transaction.txid === `0x${wanted}`) + 1
  const page = pageNewestFirst({ items, end, offset: 0, limit })
  return {
    limit,
    total: items.length,
    cursor: { next: toCursor(page.next), previous: toCursor(page.prev), current: toCursor(page.current) },
    results: page.results.map((record) => toTransactionSummaryV3({ state: 'pending', record })),
  }
}

function toCursor(pending: PendingTransaction | null): string | null {
  return pending === null ? null : `${pending.receivedAt}:${pending.transaction.txid}`
}
