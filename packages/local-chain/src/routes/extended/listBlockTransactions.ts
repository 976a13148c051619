import type { Block } from '../../chain/Block.ts'
import type { Chain } from '../../chain/Chain.ts'
import type { MinedTransaction } from '../../chain/TransactionRecord.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { findBlock } from './findBlock.ts'
import { toTransactionCursor } from './findTransactionCursor.ts'
import { markDeprecated } from './markDeprecated.ts'
import { parsePage } from './parsePage.ts'
import { toTransactionV1 } from './toTransactionV1.ts'
import { toTransactionSummaryV3 } from './toTransactionV3.ts'

/** `GET /extended/v2/blocks/{height_or_hash}/transactions`, and its successor in v3. */
export function listBlockTransactions(app: App, { chain }: RouteDeps): void {
  app.get('/extended/v2/blocks/:heightOrHash/transactions', markDeprecated, (c) => {
    const { limit, offset } = parsePage(c, { resource: 'transaction' })
    const mined = transactionsOf(chain, findBlock(chain, { heightOrHash: c.req.param('heightOrHash') }))
    const results = mined
      .slice(offset, offset + limit)
      .map((record) => toTransactionV1(chain, { found: { state: 'mined', record }, withEvents: false }))
    return c.json({ limit, offset, total: mined.length, results })
  })
  app.get('/extended/v3/blocks/:heightOrHash/transactions', (c) => {
    const { limit } = parsePage(c, { resource: 'transaction' })
    const mined = transactionsOf(chain, findBlock(chain, { heightOrHash: c.req.param('heightOrHash') }))
    return c.json({
      limit,
      total: mined.length,
      cursor: { next: null, previous: null, current: toTransactionCursor(mined[0] ?? null) },
      results: mined.map((record) => toTransactionSummaryV3({ state: 'mined', record })),
    })
  })
}

function transactionsOf({ index }: Pick<Chain, 'index'>, { txid }: Block): MinedTransaction[] {
  const mined = txid === null ? undefined : index.mined.get(txid)
  return mined === undefined ? [] : [mined]
}
