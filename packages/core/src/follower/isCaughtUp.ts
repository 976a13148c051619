import type { Deps } from '../Deps.ts'

/**
 * Whether the contract's newest event is in the projection.
 *
 * @throws NodeUnreachableError and its like when the chain cannot be read
 * @example
 * if (await isCaughtUp(deps)) say('done')
 */
export async function isCaughtUp(deps: Pick<Deps, 'store' | 'ledger'>): Promise<boolean> {
  const { events } = await deps.ledger.getContractEvents({ limit: 1 })
  const [newest] = events
  if (newest === undefined) return true
  const known = await deps.store.listTransactionEvents(newest.txid)
  return known.some(({ eventIndex }) => eventIndex === newest.eventIndex)
}
