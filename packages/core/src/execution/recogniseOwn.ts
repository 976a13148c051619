import type { Deps } from '../Deps.ts'
import type { Transaction } from '../model/Transaction.ts'
import { moveAndTell } from './moveAndTell.ts'

/**
 * Looks up the transaction's own txid after a rejection: a send whose answer was lost may have been accepted, and then
 * it counts as sent, whatever the node says to a second one.
 *
 * @returns the transaction as sent; null when the chain does not know it
 */
export async function recogniseOwn(deps: Deps, transaction: Transaction): Promise<Transaction | null> {
  if (transaction.txid === null) return null
  const onChain = await deps.ledger.getTransaction({ txid: transaction.txid })
  if (onChain === null || onChain.status.startsWith('dropped_')) return null
  // Told already: what is left is to follow it.
  if (transaction.status === 'broadcast') return transaction
  return moveAndTell(deps, transaction, {
    to: 'broadcast',
    patch: { broadcastAt: transaction.broadcastAt ?? deps.clock.now() },
    audit: 'transaction-broadcast',
  })
}
