import type { ContractLog } from '../../chain/ContractLog.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { ApiError } from './ApiError.ts'
import { findLogCursor, toLogCursor } from './findLogCursor.ts'
import { pageNewestFirst } from './pageNewestFirst.ts'
import { parsePage } from './parsePage.ts'
import { toClarityValue } from './toClarityValue.ts'

const maximumOffset = 1000

/** `GET /extended/v2/smart-contracts/{id}/logs`: what a contract printed, newest first. */
export function getContractLogs(app: App, { chain }: RouteDeps): void {
  app.get('/extended/v2/smart-contracts/:id/logs', (c) => {
    const { limit, offset } = parsePage(c, { resource: 'event', maximumOffset })
    const logs = chain.index.logs.get(c.req.param('id')) ?? []
    const cursor = c.req.query('cursor')
    const end = cursor === undefined ? logs.length : findLogCursor(logs, { cursor })
    const page = pageNewestFirst({ items: logs, end, offset, limit })
    if (cursor !== undefined && page.current === null) {
      throw new ApiError({ status: 404, message: 'Cursor not found' })
    }
    return c.json({
      limit,
      offset,
      total: logs.length,
      next_cursor: page.next === null ? null : toLogCursor(page.next),
      prev_cursor: page.prev === null ? null : toLogCursor(page.prev),
      cursor: page.current === null ? null : toLogCursor(page.current),
      results: page.results.map(toLog),
    })
  })
}

function toLog({ eventIndex, txid, contractId, topic, value }: ContractLog) {
  return {
    event_index: eventIndex,
    event_type: 'smart_contract_log',
    tx_id: txid,
    contract_log: { contract_id: contractId, topic, value: toClarityValue(value) },
  }
}
