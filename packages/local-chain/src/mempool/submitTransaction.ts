import { admitTransaction } from '../admission/admitTransaction.ts'
import type { Chain } from '../chain/Chain.ts'
import { decodeTransaction } from '../transactions/decodeTransaction.ts'
import { acceptTransaction } from './acceptTransaction.ts'
import type { Submission } from './Submission.ts'
import { toPending } from './toPending.ts'

/**
 * Offers a signed transaction to the chain. When this returns `accepted`, the transaction stands in the
 * journal. One that waits already is accepted again; one that is mined already has a spent nonce.
 *
 * @throws UndecodableTransactionError when the bytes are no transaction.
 * @throws JournalWriteError when it could not be kept.
 */
export function submitTransaction(chain: Chain, { bytes }: { bytes: Uint8Array }): Submission {
  const transaction = decodeTransaction(bytes)
  const { txid } = transaction
  if (chain.mempool.get(txid) !== undefined) return { accepted: true, txid }
  const rejection = admitTransaction(chain, { transaction })
  if (rejection !== null) return { accepted: false, txid, rejection }
  const receivedAt = chain.clock.now()
  chain.journal.append({
    type: 'transaction',
    bytes: Buffer.from(transaction.bytes).toString('hex'),
    at: receivedAt,
  })
  const pending = toPending(chain, { transaction, receivedAt })
  const replaced = acceptTransaction(chain, { pending })
  if (replaced !== null) chain.events.emit('dropped', replaced)
  chain.events.emit('pending', pending)
  return { accepted: true, txid }
}
