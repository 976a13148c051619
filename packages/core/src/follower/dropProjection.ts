import type { Deps } from '../Deps.ts'
import { bindChain } from './bindChain.ts'

/**
 * Forgets everything that was read from the chain, so that the follower reads it again from the contract's first event.
 * What people asked and decided, the audit, alerts and what monitors judged stay. Nothing is forgotten unless the chain
 * answers and is the store's own.
 *
 * @throws BaseError CHAIN_MISMATCH or CONTRACT_NOT_DEPLOYED, NodeUnreachableError and its like
 * @example
 * await dropProjection(deps)
 * await followOnce(deps)
 */
export async function dropProjection(deps: Pick<Deps, 'store' | 'ledger' | 'settings'>): Promise<void> {
  await bindChain(deps)
  await deps.store.transaction(async (unit) => {
    await unit.lockCheckpoint()
    await unit.clearProjection()
  })
}
