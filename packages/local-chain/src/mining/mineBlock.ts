import type { Block } from '../chain/Block.ts'
import type { Chain } from '../chain/Chain.ts'
import { getTip } from '../chain/getTip.ts'
import type { PendingTransaction } from '../chain/TransactionRecord.ts'
import { applyBlock } from './applyBlock.ts'

/**
 * Mines one block at the chain's time: with a transaction, empty, or empty at the start of a tenure. It is
 * written to the journal first.
 *
 * @throws JournalWriteError
 */
export function mineBlock(
  chain: Chain,
  { pending = null, tenure = false }: { pending?: PendingTransaction | null; tenure?: boolean } = {},
): Block {
  const time = Math.max(getTip(chain).time, chain.clock.now())
  chain.journal.append({ type: 'block', time, txid: pending?.transaction.txid ?? null, tenure })
  const block = applyBlock(chain, { time, tenure, pending })
  const mined = block.txid === null ? null : (chain.index.mined.get(block.txid) ?? null)
  chain.events.emit('block', block, mined)
  return block
}
