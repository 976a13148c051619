import type { ChainTransaction } from '@medikey/contract-client'
import type { Deps } from '../Deps.ts'
import type { Transaction } from '../model/Transaction.ts'
import { isAccessRequest } from '../requests/isAccessRequest.ts'
import { isFinalBlock } from './isFinalBlock.ts'
import { moveAndTell } from './moveAndTell.ts'
import { postpone } from './postpone.ts'
import { settlePair } from './settlePair.ts'

/** Finality takes tenures, so a mined transaction is looked at this many times less often than a waiting one. */
const FINALITY_POLLS = 6

/**
 * included → final, and aborted until it is final; back to broadcast when a reorg orphans the block: what was carried
 * out may be refused then, and the other way around.
 */
export async function followMined(
  deps: Deps,
  transaction: Transaction,
  onChain: ChainTransaction | null,
): Promise<Transaction | null> {
  const { blockHeight, blockHash, status } = transaction
  if (blockHeight === null || blockHash === null) return null
  if (await isOrphaned(deps, { blockHeight, blockHash, onChain })) {
    return moveAndTell(deps, transaction, {
      to: 'broadcast',
      patch: { blockHeight: null, blockHash: null, includedAt: null },
      audit: 'transaction-orphaned',
      also: async (unit, { request }) => {
        if (isAccessRequest(request)) await settlePair(deps, unit, request)
      },
    })
  }
  if (onChain === null || !(await isFinalBlock(deps, { height: blockHeight }))) {
    const delayMs = FINALITY_POLLS * deps.settings.pollIntervalMs
    return postpone(deps, transaction, { delayMs, failure: transaction.failure })
  }
  const finalAt = deps.clock.now()
  if (status === 'included') {
    return moveAndTell(deps, transaction, { to: 'final', patch: { finalAt }, audit: 'transaction-final' })
  }
  await deps.store.transaction((unit) =>
    unit.moveTransaction({ id: transaction.id, from: [status], to: status, patch: { finalAt } }),
  )
  return null
}

/** A replica that lags may not know a transaction for a while: only the chain's own word about the block counts. */
async function isOrphaned(
  deps: Deps,
  options: { blockHeight: number; blockHash: string; onChain: ChainTransaction | null },
): Promise<boolean> {
  const { blockHeight, blockHash, onChain } = options
  if (onChain !== null) return onChain.block?.hash !== blockHash
  const block = await deps.ledger.getBlock({ height: blockHeight })
  return block !== null && block.hash !== blockHash
}
