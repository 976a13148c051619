import type { Chain } from '../chain/Chain.ts'
import type { MinedTransaction } from '../chain/TransactionRecord.ts'
import { summarizeAssets } from '../routes/extended/summarizeAssets.ts'
import { toTransactionV1 } from '../routes/extended/toTransactionV1.ts'

/** What a mined transaction means to a principal that it involves. */
export function toAddressUpdate(
  chain: Pick<Chain, 'index'>,
  { mined, principal }: { mined: MinedTransaction; principal: string },
) {
  const tx = toTransactionV1(chain, { found: { state: 'mined', record: mined }, withEvents: false })
  const { stx_sent, stx_received } = summarizeAssets(mined, { principal })
  const stx_transfers = mined.execution.events.flatMap(({ event, data }) => {
    if (event !== 'stx_transfer_event') return []
    const { amount, sender, recipient } = data
    return sender === principal || recipient === principal ? [{ amount, sender, recipient }] : []
  })
  return {
    address: principal,
    tx_id: tx.tx_id,
    tx_status: mined.status,
    tx_type: tx.tx_type,
    tx,
    stx_sent,
    stx_received,
    stx_transfers,
  }
}
