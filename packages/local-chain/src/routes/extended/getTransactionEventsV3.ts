import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { ApiError } from './ApiError.ts'
import { parsePage } from './parsePage.ts'
import { parseTxid } from './parseTxid.ts'
import { toEventV3 } from './toEventV3.ts'

/** `GET /extended/v3/transactions/{txid}/events`: in the order in which they happened. */
export function getTransactionEventsV3(app: App, { chain }: RouteDeps): void {
  app.get('/extended/v3/transactions/:txid/events', (c) => {
    const txid = parseTxid(c.req.param('txid'))
    const { limit } = parsePage(c, { resource: 'event' })
    const cursor = c.req.query('cursor') ?? '0'
    if (!/^\d{1,9}$/.test(cursor)) {
      throw new ApiError({ status: 400, message: 'querystring/cursor must match pattern "^[0-9]+$"' })
    }
    const events = chain.index.mined.get(txid)?.execution.events ?? []
    const start = Number(cursor)
    const results = events
      .slice(start, start + limit)
      .map((event, i) => toEventV3({ event, index: start + i }))
    return c.json({
      total: events.length,
      limit,
      cursor: {
        next: start + limit < events.length ? String(start + limit) : null,
        previous: start > 0 ? String(Math.max(0, start - limit)) : null,
        current: results.length === 0 ? null : cursor,
      },
      results,
    })
  })
}
