import type { ChainTransaction } from '@medikey/contract-client'
import type { Deps } from '../Deps.ts'
import type { Transaction } from '../model/Transaction.ts'
import { broadcastTransaction } from './broadcastTransaction.ts'
import { isFinalBlock } from './isFinalBlock.ts'
import { moveAndTell } from './moveAndTell.ts'
import { postpone } from './postpone.ts'
import { settleGrants, unsettleGrants } from './settleGrants.ts'

/** How long the node may not know a transaction that it accepted before the same bytes are sent again. */
const LOST_AFTER_MS = 30_000
/** Finality takes tenures, so an included transaction is looked at this many times less often than a waiting one. */
const FINALITY_POLLS = 6

/** broadcast → included → final, or aborted; and back to broadcast when a reorg orphans the block. */
export async function followTransaction(deps: Deps, transaction: Transaction): Promise<Transaction | null> {
  if (transaction.txid === null) return null
  const onChain = await deps.ledger.getTransaction({ txid: transaction.txid })
  if (transaction.status === 'included') return followIncluded(deps, transaction, onChain)
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
      also: (unit, moved) => settleGrants(deps, unit, moved),
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

async function followIncluded(
  deps: Deps,
  transaction: Transaction,
  onChain: ChainTransaction | null,
): Promise<Transaction | null> {
  if (onChain?.block?.hash !== transaction.blockHash) {
    return moveAndTell(deps, transaction, {
      to: 'broadcast',
      patch: { blockHeight: null, blockHash: null, includedAt: null },
      audit: 'transaction-orphaned',
      also: (unit, moved) => unsettleGrants(unit, moved),
    })
  }
  if (await isFinalBlock(deps, { height: onChain.block.height })) {
    return moveAndTell(deps, transaction, {
      to: 'final',
      patch: { finalAt: deps.clock.now() },
      audit: 'transaction-final',
    })
  }
  return postpone(deps, transaction, {
    delayMs: FINALITY_POLLS * deps.settings.pollIntervalMs,
    failure: null,
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
