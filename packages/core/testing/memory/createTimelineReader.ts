import { foldedActions } from '../../src/model/foldedActions.ts'
import type { TimelineEntry } from '../../src/model/TimelineEntry.ts'
import type { StoreReader } from '../../src/ports/Store.ts'
import type { MemoryState } from './MemoryState.ts'

const folded: readonly string[] = foldedActions

/** Reads of what happened to a record. */
export function createTimelineReader(
  view: () => MemoryState,
): Pick<StoreReader, 'listTimeline' | 'countTimeline'> {
  const listAll = (recordId: bigint): TimelineEntry[] => {
    const { events, transactions, requests, audit } = view()
    const findOwn = (txid: string) => [...transactions.values()].find((own) => own.txid === txid)
    const ofRecord = [...events.values()].filter(
      ({ value }) => value !== null && 'recordId' in value && value.recordId === recordId,
    )
    const causes = ofRecord.map(({ txid }) => findOwn(txid)?.requestId)
    const onChain = new Set([...events.values()].map(({ txid }) => txid))
    const lines = [
      ...audit
        .filter(
          (entry) =>
            entry.recordId === recordId || (entry.requestId !== null && causes.includes(entry.requestId)),
        )
        .filter(({ action, detail }) => !folded.includes(action) || !onChain.has(detail.txid ?? ''))
        .map((entry) => ({ at: entry.at, line: { kind: 'audit', entry } as const })),
      ...ofRecord.map((event) => {
        const own = findOwn(event.txid)
        const requestId = own?.requestId ?? null
        return {
          at: new Date(Math.max(event.blockTime.getTime(), own?.signedAt?.getTime() ?? 0)),
          line: {
            kind: 'event',
            event,
            requestId,
            reason: requests.get(requestId ?? '')?.reason ?? null,
            isFinal: own?.status === 'final',
          } as const,
        }
      }),
    ]
    // Newest first; of one instant what came last, and the chain's word after what led to it.
    return lines
      .reverse()
      .sort((a, b) => b.at.getTime() - a.at.getTime())
      .map(({ line }) => line)
  }

  return {
    listTimeline: async ({ recordId, offset, limit }) => listAll(recordId).slice(offset, offset + limit),
    countTimeline: async ({ recordId }) => listAll(recordId).length,
  }
}
