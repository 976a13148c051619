import type { MonitorDeps } from '../Monitor.ts'

const PAGE = 100

/**
 * Reads, and says of what it read the projection and the chain need not agree: what events touch that are newer than the
 * checkpoint from before. Everything, where those are too many to see, or where the checkpoint's block is not the
 * chain's: then a reorg has yet to be followed.
 */
export async function readSettled<T>(
  deps: Pick<MonitorDeps, 'store' | 'ledger'>,
  read: () => Promise<T>,
): Promise<{ value: T; touched: ReadonlySet<string> | 'everything' }> {
  const checkpoint = await deps.store.getCheckpoint()
  const value = await read()
  const newest = checkpoint?.event ?? null
  if (checkpoint === null || newest === null) return { value, touched: 'everything' }
  const { events } = await deps.ledger.getContractEvents({ limit: PAGE })
  const known = events.findIndex(
    ({ txid, eventIndex }) => txid === newest.txid && eventIndex === newest.eventIndex,
  )
  const block = await deps.ledger.getBlock({ height: checkpoint.blockHeight })
  const after = await deps.store.getCheckpoint()
  // The follower only goes on from a checkpoint: one that is lower was set back by a reorg meanwhile.
  const wentBack = after === null || after.blockHeight < checkpoint.blockHeight
  if (known < 0 || wentBack || block?.hash !== checkpoint.blockHash) return { value, touched: 'everything' }
  const touched = new Set<string>()
  for (const { value: event } of events.slice(0, known)) {
    // An event of another version of the contract may have touched anything.
    if (event === null) return { value, touched: 'everything' }
    if ('recordId' in event) touched.add(`record ${event.recordId}`)
    if (event.event === 'medical-record-created') touched.add('the number of records')
    if ('chiefMedicalOfficer' in event) touched.add('maintenance')
  }
  return { value, touched }
}
