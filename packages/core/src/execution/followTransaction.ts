import type { ChainTransaction } from '@medikey/contract-client'
import type { Deps } from '../Deps.ts'
import type { Transaction } from '../model/Transaction.ts'
import { isAccessRequest } from '../requests/isAccessRequest.ts'
import { broadcastTransaction } from './broadcastTransaction.ts'
import { followMined } from './followMined.ts'
import { moveAndTell } from './moveAndTell.ts'
import { postpone } from './postpone.ts'
import { settlePair } from './settlePair.ts'

/** How long the node may not know a transaction that it accepted before the same bytes are sent again. */
const LOST_AFTER_MS = 30_000

/** broadcast → included or aborted; what is mined already is followed until it is final. */
export async function followTransaction(deps: Deps, transaction: Transaction): Promise<Transaction | null> {
  if (transaction.txid === null) return null
  const onChain = await deps.ledger.getTransaction({ txid: transaction.txid })
  if (transaction.status !== 'broadcast') return followMined(deps, transaction, onChain)
  if (onChain === null || onChain.status.startsWith('dropped_')) return resendLost(deps, transaction, onChain)
  if (onChain.block === null)
    return postpone(deps, transaction, { delayMs: deps.settings.pollIntervalMs, failure: null })

  const patch = {
    blockHeight: onChain.block.height,
    blockHash: onChain.block.hash,
    includedAt: onChain.block.time,
  }
  if (onChain.status === 'success') {
    return moveAndTell(deps, transaction, {
      to: 'included',
      patch,
      audit: 'transaction-included',
      also: async (unit, { request }) => {
        if (isAccessRequest(request)) await settlePair(deps, unit, request)
      },
    })
  }
  const failure = {
    code: onChain.contractError?.code ?? onChain.status.toUpperCase(),
    message:
      onChain.contractError?.userMessage ?? 'The chain included the transaction without carrying it out.',
  }
  return moveAndTell(deps, transaction, {
    to: 'aborted',
    patch: { ...patch, failure },
    audit: 'transaction-aborted',
  })
}

/** A transaction that the node accepted and does not know any more: after a while the same bytes are sent again. */
async function resendLost(
  deps: Deps,
  transaction: Transaction,
  onChain: ChainTransaction | null,
): Promise<Transaction | null> {
  const since = deps.clock.now().getTime() - (transaction.broadcastAt?.getTime() ?? 0)
  return onChain === null && since < LOST_AFTER_MS
    ? postpone(deps, transaction, { delayMs: deps.settings.pollIntervalMs, failure: null })
    : broadcastTransaction(deps, transaction)
}
