import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { findTransactionCursor, toTransactionCursor } from './findTransactionCursor.ts'
import { pageNewestFirst } from './pageNewestFirst.ts'
import { parsePage } from './parsePage.ts'
import { toTransactionSummaryV3 } from './toTransactionV3.ts'

/** `GET /extended/v3/transactions`: what was mined, newest first. */
export function listTransactionsV3(app: App, { chain }: RouteDeps): void {
  app.get('/extended/v3/transactions', (c) => {
    const { limit } = parsePage(c, { resource: 'transaction' })
    const items = chain.index.minedInOrder
    const end = findTransactionCursor(items, { cursor: c.req.query('cursor') })
    const page = pageNewestFirst({ items, end, offset: 0, limit })
    return c.json({
      limit,
      total: items.length,
      cursor: {
        // The third version turned the words round: its next page is the older one.
        next: toTransactionCursor(page.prev),
        previous: toTransactionCursor(page.next),
        current: toTransactionCursor(page.current),
      },
      results: page.results.map((record) => toTransactionSummaryV3({ state: 'mined', record })),
    })
  })
}
