import type { EventProjection } from '../../src/model/Projection.ts'
import type { PatternReader, UntouchedRecord } from '../../src/ports/PatternStore.ts'
import type { MemoryState } from './MemoryState.ts'

/** Reads that tell the usual from the unusual. */
export function createPatternReader(view: () => MemoryState): PatternReader {
  /** Newest first. */
  const eventsOf = (recordId: bigint): EventProjection[] =>
    [...view().events.values()]
      .filter(({ value }) => value !== null && 'recordId' in value && value.recordId === recordId)
      .reverse()
      .sort((a, b) => b.blockHeight - a.blockHeight)
  const listUntouched = (): UntouchedRecord[] =>
    [...view().records.values()].flatMap((record) => {
      const last = eventsOf(record.recordId)[0]
      return last === undefined || !record.activeRecord ? [] : [{ ...record, lastEventAt: last.blockTime }]
    })
  const isWithin = (at: Date, { from, to }: { from: Date; to: Date }) => at >= from && at < to

  return {
    listSenderFailedCalls: async ({ sender, ...span }) =>
      [...view().failedCalls.values()]
        .filter((call) => call.sender === sender && isWithin(call.blockTime, span))
        .sort((a, b) => a.blockTime.getTime() - b.blockTime.getTime()),

    listArchivals: async ({ physician, limit, ...span }) =>
      [...view().events.values()]
        .filter(({ value }) => value?.event === 'record-archived' && value.physician === physician)
        .map(({ blockTime }) => blockTime)
        .filter((at) => isWithin(at, span))
        .sort((a, b) => a.getTime() - b.getTime())
        .slice(-limit),

    listRecordEventsThrough: async ({ recordId, throughHeight, limit }) =>
      eventsOf(recordId)
        .filter(({ blockHeight }) => blockHeight <= throughHeight)
        .slice(0, limit),

    listUntouchedRecords: async ({ after, until, beyond, limit }) =>
      listUntouched()
        .filter(({ lastEventAt }) => lastEventAt <= until && (after === null || lastEventAt > after))
        .sort(byAge)
        .filter((record) => beyond === null || byAge(record, beyond) > 0)
        .slice(0, limit),

    findUntouchedRecords: async ({ recordIds, until }) =>
      listUntouched()
        .filter(({ recordId, lastEventAt }) => recordIds.includes(recordId) && lastEventAt <= until)
        .sort((a, b) => (a.recordId < b.recordId ? -1 : 1)),
  }
}

function byAge(
  a: Pick<UntouchedRecord, 'lastEventAt' | 'recordId'>,
  b: Pick<UntouchedRecord, 'lastEventAt' | 'recordId'>,
): number {
  return (
    a.lastEventAt.getTime() - b.lastEventAt.getTime() ||
    (a.recordId < b.recordId ? -1 : a.recordId > b.recordId ? 1 : 0)
  )
}
