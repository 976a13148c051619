import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { markDeprecated } from './markDeprecated.ts'
import { pageNewestFirst } from './pageNewestFirst.ts'
import { parsePage } from './parsePage.ts'
import { toClarityValue } from './toClarityValue.ts'

/** `GET /extended/v1/contract/{id}/events`, which the logs of the second version replace. */
export function getContractEvents(app: App, { chain }: RouteDeps): void {
  app.get('/extended/v1/contract/:id/events', markDeprecated, (c) => {
    const { limit, offset } = parsePage(c, { resource: 'event' })
    const items = chain.index.logs.get(c.req.param('id')) ?? []
    const page = pageNewestFirst({ items, end: items.length, offset, limit })
    const results = page.results.map(({ eventIndex, txid, contractId, topic, value }) => ({
      event_index: eventIndex,
      event_type: 'smart_contract_log',
      tx_id: txid,
      contract_log: { contract_id: contractId, topic, value: toClarityValue(value) },
    }))
    return c.json({ limit, offset, results })
  })
}
