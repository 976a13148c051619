import type { MinedTransaction } from '../../chain/TransactionRecord.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { findTransactionCursor, toTransactionCursor } from './findTransactionCursor.ts'
import { pageNewestFirst } from './pageNewestFirst.ts'
import { parsePage } from './parsePage.ts'
import { parsePrincipal } from './parsePrincipal.ts'
import { summarizeAssets } from './summarizeAssets.ts'
import { toTransactionSummaryV3 } from './toTransactionV3.ts'

/** `GET /extended/v3/principals/{principal}/transactions`: what involved a principal, and how, newest first. */
export function listPrincipalTransactions(app: App, { chain }: RouteDeps): void {
  app.get('/extended/v3/principals/:principal/transactions', (c) => {
    const principal = parsePrincipal(c.req.param('principal'))
    const { limit } = parsePage(c, { resource: 'transaction' })
    const items = chain.index.byPrincipal.get(principal) ?? []
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
      results: page.results.map((record) => toInvolvement(record, principal)),
    })
  })
}

function toInvolvement(record: MinedTransaction, principal: string) {
  const { sender, sponsor } = record.transaction
  const { stx_sent: sent, stx_received: received, events } = summarizeAssets(record, { principal })
  const net = BigInt(received) - BigInt(sent)
  const isAny = (counts: object) => Object.values(counts).some((count) => count > 0)
  return {
    transaction: toTransactionSummaryV3({ state: 'mined', record }),
    involvement:
      sender.address === principal ? 'sender' : sponsor?.address === principal ? 'sponsor' : 'affected',
    balance_changes: { stx: { sent, received, net: String(net) } },
    affected_balances: {
      stx: sent !== '0' || received !== '0',
      ft: isAny(events.ft),
      nft: isAny(events.nft),
    },
  }
}
