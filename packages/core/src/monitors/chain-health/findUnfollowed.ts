import type { MonitorDeps } from '../Monitor.ts'

const PAGE = 100

/**
 * Looks from the contract's newest event back to the first that is followed.
 *
 * @returns the time of the oldest event seen that is not followed, and how many at least are not; null when none is
 * @throws NodeUnreachableError and its like when the chain cannot be read
 */
export async function findUnfollowed(
  deps: Pick<MonitorDeps, 'ledger' | 'store'>,
): Promise<{ blockTime: Date; atLeast: number } | null> {
  const { events } = await deps.ledger.getContractEvents({ limit: PAGE })
  let oldest: string | null = null
  let atLeast = 0
  for (const { txid, eventIndex } of events) {
    const known = await deps.store.listTransactionEvents(txid)
    if (known.some((event) => event.eventIndex === eventIndex)) break
    oldest = txid
    atLeast += 1
  }
  if (oldest === null) return null
  const transaction = await deps.ledger.getTransaction({ txid: oldest })
  // A reorg took it meanwhile: there is nothing to follow any more.
  return transaction?.block ? { blockTime: transaction.block.time, atLeast } : null
}
