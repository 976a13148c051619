import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { ApiError } from './ApiError.ts'
import { findTransaction } from './findTransaction.ts'
import { markDeprecated } from './markDeprecated.ts'
import { parsePage } from './parsePage.ts'
import { parseTxid } from './parseTxid.ts'
import { toEventV1 } from './toEventV1.ts'
import { toTransactionV1 } from './toTransactionV1.ts'

/** The first version's transaction routes, which older clients still ask. */
export function getTransactionV1(app: App, { chain }: RouteDeps): void {
  app.get('/extended/v1/tx/events', markDeprecated, (c) => {
    const { limit, offset } = parsePage(c, { resource: 'event' })
    const given = c.req.query('tx_id')
    if (given === undefined) {
      throw new ApiError({ status: 400, message: "can not find 'tx_id' in the request" })
    }
    const txid = parseTxid(given)
    const events = chain.index.mined.get(txid)?.execution.events ?? []
    const results = events
      .slice(offset, offset + limit)
      .map((event, i) => toEventV1({ event, index: offset + i, txid }))
    return c.json({ limit, offset, events: results })
  })
  app.get('/extended/v1/tx/:txid', markDeprecated, (c) => {
    const txid = parseTxid(c.req.param('txid'))
    const found = findTransaction(chain, { txid })
    if (found === null) throw new ApiError({ status: 404, message: `could not find transaction by ID` })
    return c.json(toTransactionV1(chain, { found, withEvents: true }))
  })
  app.get('/extended/v1/tx/:txid/raw', (c) => {
    const found = findTransaction(chain, { txid: parseTxid(c.req.param('txid')) })
    if (found === null) throw new ApiError({ status: 404, message: `could not find transaction by ID` })
    return c.json({ raw_tx: `0x${Buffer.from(found.record.transaction.bytes).toString('hex')}` })
  })
}
