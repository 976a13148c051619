import type { JournalEntry } from '../journal/JournalEntry.ts'
import { acceptTransaction } from '../mempool/acceptTransaction.ts'
import { dropTransaction } from '../mempool/dropTransaction.ts'
import { applyBlock } from '../mining/applyBlock.ts'
import type { Verdict } from '../mining/Verdict.ts'
import { decodeTransaction } from '../transactions/decodeTransaction.ts'
import type { Chain } from './Chain.ts'
import { getTip } from './getTip.ts'
import type { PendingTransaction } from './TransactionRecord.ts'

/**
 * Does again what an entry of the journal says was done. Nothing is checked a second time.
 *
 * @param verdicts What the whole journal says about transactions that must not be run again.
 *
 * @throws Error when the entry cannot follow what came before it.
 */
export function replayEntry(
  chain: Chain,
  { entry, verdicts }: { entry: JournalEntry; verdicts: ReadonlyMap<string, Verdict> },
): void {
  switch (entry.type) {
    case 'genesis':
      throw new Error('a second genesis')
    case 'transaction': {
      const transaction = decodeTransaction(Buffer.from(entry.bytes, 'hex'))
      const pending = { transaction, receivedAt: entry.at, receiptHeight: getTip(chain).height }
      acceptTransaction(chain, { pending })
      return
    }
    case 'drop':
      dropTransaction(chain, { pending: getPending(chain, entry.txid) })
      return
    case 'block': {
      const pending = entry.txid === null ? null : getPending(chain, entry.txid)
      const verdict = entry.txid === null ? undefined : verdicts.get(entry.txid)
      applyBlock(chain, { time: entry.time, tenure: entry.tenure, pending, verdict })
      return
    }
    case 'verdict':
      return
    case 'clock':
      chain.clock.setOffset(entry.offset)
      return
  }
}

function getPending({ mempool }: Chain, txid: string): PendingTransaction {
  const pending = mempool.get(txid)
  if (pending === undefined) throw new Error(`transaction ${txid} was never accepted`)
  return pending
}
