import type { JournalEntry } from '../journal/JournalEntry.ts'
import { acceptTransaction } from '../mempool/acceptTransaction.ts'
import { dropTransaction } from '../mempool/dropTransaction.ts'
import { toPending } from '../mempool/toPending.ts'
import { applyBlock } from '../mining/applyBlock.ts'
import { decodeTransaction } from '../transactions/decodeTransaction.ts'
import type { Chain } from './Chain.ts'
import type { Hindsight } from './readHindsight.ts'
import { rollBack } from './rollBack.ts'
import type { PendingTransaction } from './TransactionRecord.ts'

/**
 * Does again what an entry of the journal says was done. Nothing is checked a second time.
 *
 * @param hindsight What the whole journal says about the blocks.
 * @throws Error when the entry cannot follow what came before it.
 */
export function replayEntry(
  chain: Chain,
  { entry, hindsight }: { entry: JournalEntry; hindsight: Hindsight },
): void {
  switch (entry.type) {
    case 'genesis':
      throw new Error('a second genesis')
    case 'transaction': {
      const transaction = decodeTransaction(Buffer.from(entry.bytes, 'hex'))
      acceptTransaction(chain, { pending: toPending(chain, { transaction, receivedAt: entry.at }) })
      return
    }
    case 'drop':
      dropTransaction(chain, { pending: getPending(chain, entry.txid), status: entry.status })
      return
    case 'block': {
      const pending = entry.txid === null ? null : getPending(chain, entry.txid)
      const orphaned = hindsight.isOrphaned(entry)
      const verdict = entry.txid === null ? undefined : hindsight.findVerdict(entry.txid, chain.fork)
      applyBlock(chain, { time: entry.time, tenure: entry.tenure, pending, verdict, orphaned })
      return
    }
    case 'reorg':
      // The VM has never run what is orphaned here: it stands where it is to stand.
      rollBack(chain, { blocks: entry.blocks })
      return
    case 'verdict':
      return
    case 'clock':
      chain.clock.set(entry)
      return
  }
}

function getPending({ mempool }: Chain, txid: string): PendingTransaction {
  const pending = mempool.get(txid)
  if (pending === undefined) throw new Error(`transaction ${txid} was never accepted`)
  return pending
}
