import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { findTransactionCursor, toTransactionCursor } from './findTransactionCursor.ts'
import { markDeprecated } from './markDeprecated.ts'
import { pageNewestFirst } from './pageNewestFirst.ts'
import { parsePage } from './parsePage.ts'
import { parsePrincipal } from './parsePrincipal.ts'
import { summarizeAssets } from './summarizeAssets.ts'
import { toTransactionV1 } from './toTransactionV1.ts'

/** `GET /extended/v2/addresses/{principal}/transactions`: what involved a principal, newest first. */
export function listAddressTransactions(app: App, { chain }: RouteDeps): void {
  app.get('/extended/v2/addresses/:principal/transactions', markDeprecated, (c) => {
    const principal = parsePrincipal(c.req.param('principal'))
    const { limit, offset } = parsePage(c, { resource: 'transaction' })
    const items = chain.index.byPrincipal.get(principal) ?? []
    const end = findTransactionCursor(items, { cursor: c.req.query('cursor') })
    const page = pageNewestFirst({ items, end, offset, limit })
    return c.json({
      limit,
      offset,
      total: items.length,
      next_cursor: toTransactionCursor(page.next),
      prev_cursor: toTransactionCursor(page.prev),
      cursor: toTransactionCursor(page.current),
      results: page.results.map((record) => ({
        tx: toTransactionV1(chain, { found: { state: 'mined', record }, withEvents: false }),
        ...summarizeAssets(record, { principal }),
      })),
    })
  })
}
