import type { DrawDay, DrawHour } from '../model/Draws.ts'
import type { FailedCall } from '../model/FailedCall.ts'
import type { ChangeCursor } from '../model/MonitorState.ts'
import type { EventProjection } from '../model/Projection.ts'

/** What monitors ask: what came, and how much was drawn when. */
export type ActivityReader = {
  /**
   * Events that the follower applied after the cursor's, in the order in which it did. Where the cursor's event is not
   * there any more (a rebuild, a reorg), those in blocks above it. Null: all of them.
   */
  listChanges(options: {
    readonly after: ChangeCursor | null
    readonly limit: number
  }): Promise<EventProjection[]>
  /** Calls that the contract refused, in the order in which the follower met them; the cursor as in `listChanges`. */
  listFailedCalls(options: {
    readonly after: ChangeCursor | null
    readonly limit: number
  }): Promise<FailedCall[]>
  /** What one principal drew in hours that begin in `[from, to)`, oldest first. */
  listDraws(options: {
    readonly principal: string
    readonly from: Date
    readonly to: Date
  }): Promise<DrawHour[]>
  /** What everybody drew in hours that begin in `[from, to)`, by day (UTC) and principal, oldest first. */
  listDailyVolumes(options: { readonly from: Date; readonly to: Date }): Promise<DrawDay[]>
}

/** What the follower keeps beside the events. */
export type ActivityWriter = {
  /** Adds to the sums; a row that comes to no draws goes. */
  addDraws(draws: readonly DrawHour[]): Promise<void>
}
