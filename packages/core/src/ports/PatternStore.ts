import type { FailedCall } from '../model/FailedCall.ts'
import type { EventProjection, RecordProjection } from '../model/Projection.ts'
import type { Window } from './WatchStore.ts'

/** A record and when the contract last told anything of it. */
export type UntouchedRecord = RecordProjection & { readonly lastEventAt: Date }

/** What monitors ask to tell the usual from the unusual. */
export type PatternReader = {
  /** Calls of one sender that the contract refused in blocks of `[from, to)`, oldest first. */
  listSenderFailedCalls(options: {
    readonly sender: string
    readonly from: Date
    readonly to: Date
  }): Promise<FailedCall[]>
  /** When one physician archived records, in blocks of `[from, to)`: the newest `limit` of them, oldest first. */
  listArchivals(options: {
    readonly physician: string
    readonly from: Date
    readonly to: Date
    readonly limit: number
  }): Promise<Date[]>
  /** Events of one record in blocks up to `throughHeight`, newest first. */
  listRecordEventsThrough(options: {
    readonly recordId: bigint
    readonly throughHeight: number
    readonly limit: number
  }): Promise<EventProjection[]>
  /**
   * Active records whose last event stands in a block of the window, those longest untouched first; of one instant by
   * ascending number.
   *
   * @param options.beyond the last one of the page before
   */
  listUntouchedRecords(
    options: Window & {
      readonly beyond: Pick<UntouchedRecord, 'lastEventAt' | 'recordId'> | null
      readonly limit: number
    },
  ): Promise<UntouchedRecord[]>
  /** Those of the records that are active and whose last event stands in a block up to `until`, ascending. */
  findUntouchedRecords(options: {
    readonly recordIds: readonly bigint[]
    readonly until: Date
  }): Promise<UntouchedRecord[]>
}
