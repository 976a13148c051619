import type { MinedTransaction, PendingTransaction } from '../../chain/TransactionRecord.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { ApiError } from './ApiError.ts'
import { findTransaction } from './findTransaction.ts'
import { involves } from './involves.ts'
import { markDeprecated } from './markDeprecated.ts'
import { pageNewestFirst } from './pageNewestFirst.ts'
import { parsePage } from './parsePage.ts'
import { parsePrincipal } from './parsePrincipal.ts'
import { parseTxid } from './parseTxid.ts'
import { toTransactionV1 } from './toTransactionV1.ts'

const maximumIds = 50

/** The first version's listings of transactions, newest first, and several by their ids. */
export function listTransactionsV1(app: App, { chain }: RouteDeps): void {
  app.get('/extended/v1/tx', markDeprecated, (c) =>
    c.json(toMinedPage(chain.index.minedInOrder, parsePage(c, { resource: 'transaction' }))),
  )
  app.get('/extended/v1/address/:principal/transactions', markDeprecated, (c) => {
    const items = chain.index.byPrincipal.get(parsePrincipal(c.req.param('principal'))) ?? []
    return c.json(toMinedPage(items, parsePage(c, { resource: 'transaction' })))
  })
  app.get('/extended/v1/address/:principal/mempool', markDeprecated, (c) => {
    const principal = parsePrincipal(c.req.param('principal'))
    const items = chain.mempool.list().filter((pending) => involves(pending, { principal }))
    return c.json(toPendingPage(items, parsePage(c, { resource: 'transaction' })))
  })
  app.get('/extended/v1/tx/mempool', markDeprecated, (c) => {
    const { address, sender_address: sender, recipient_address: recipient } = c.req.query()
    const principal = address ?? sender ?? recipient
    const items = chain.mempool
      .list()
      .filter((pending) => principal === undefined || involves(pending, { principal }))
    return c.json(toPendingPage(items, parsePage(c, { resource: 'transaction' })))
  })
  app.get('/extended/v1/tx/multiple', (c) => {
    const ids = (c.req.queries('tx_id') ?? []).flatMap((value) => value.split(','))
    if (ids.length === 0 || ids.length > maximumIds) {
      throw new ApiError({ status: 400, message: `querystring/tx_id must be 1 to ${maximumIds} ids` })
    }
    const entries = ids.map((id) => {
      const txid = parseTxid(id)
      const found = findTransaction(chain, { txid })
      if (found === null) return [txid, { found: false, result: { tx_id: txid } }]
      return [txid, { found: true, result: toTransactionV1(chain, { found, withEvents: true }) }]
    })
    return c.json(Object.fromEntries(entries))
  })

  function toMinedPage(
    items: readonly MinedTransaction[],
    { limit, offset }: { limit: number; offset: number },
  ) {
    const page = pageNewestFirst({ items, end: items.length, offset, limit })
    const results = page.results.map((record) =>
      toTransactionV1(chain, { found: { state: 'mined', record }, withEvents: false }),
    )
    return { limit, offset, total: items.length, results }
  }
  function toPendingPage(
    items: readonly PendingTransaction[],
    { limit, offset }: { limit: number; offset: number },
  ) {
    const page = pageNewestFirst({ items, end: items.length, offset, limit })
    const results = page.results.map((record) =>
      toTransactionV1(chain, { found: { state: 'pending', record }, withEvents: false }),
    )
    return { limit, offset, total: items.length, results }
  }
}
