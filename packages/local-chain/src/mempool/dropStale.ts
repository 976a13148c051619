import type { Chain } from '../chain/Chain.ts'
import { getTip } from '../chain/getTip.ts'
import { dropTransaction } from './dropTransaction.ts'

/** After how many tenures a node forgets what nobody mined (stacks-core, `MEMPOOL_MAX_TRANSACTION_AGE`). */
const maximumAge = 256

/** Drops what has waited too long: on a node about 43 hours, since there a tenure takes ten minutes. */
export function dropStale(chain: Chain): void {
  const { mempool, journal, events } = chain
  const { tenureHeight } = getTip(chain)
  for (const pending of mempool.list()) {
    if (tenureHeight - pending.receiptTenure <= maximumAge) continue
    const status = 'dropped_stale_garbage_collect'
    journal.append({ type: 'drop', txid: pending.transaction.txid, status })
    events.emit('dropped', dropTransaction(chain, { pending, status }))
  }
}
