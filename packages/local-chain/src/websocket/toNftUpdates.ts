import type { MinedTransaction } from '../chain/TransactionRecord.ts'
import { toClarityValue } from '../routes/extended/toClarityValue.ts'

/** What a transaction did to tokens that exist once, event by event. */
export function toNftUpdates({ transaction, block, execution }: MinedTransaction) {
  return execution.events.flatMap((event, index) => {
    if (!('asset_identifier' in event.data && 'raw_value' in event.data)) return []
    const { asset_identifier, raw_value, ...parties } = event.data
    const asset_event_type = event.event.split('_')[1]
    const value = toClarityValue(raw_value)
    const place = {
      tx_id: transaction.txid,
      tx_index: 0,
      block_height: block.height,
      event_index: index,
    }
    return [{ asset_identifier, asset_event_type, value, ...place, ...parties }]
  })
}
