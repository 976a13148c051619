import type { FailedCall } from '../model/FailedCall.ts'
import type { Checkpoint, EventProjection, ProjectionChanges } from '../model/Projection.ts'
import type { Reorg } from '../model/Reorg.ts'

/** What the follower asks. */
export type FollowerReader = {
  /** How far the follower has read; null before the first block, and while the projection is built again. */
  getCheckpoint(): Promise<Checkpoint | null>
  countEvents(): Promise<number>
  /** The blocks at or below the height that something was kept from, the highest first. */
  listKnownBlocks(options: {
    readonly atOrBelow: number
    readonly limit: number
  }): Promise<{ readonly height: number; readonly hash: string }[]>
  /** Which of these pairs undecided requests are about. */
  findAwaitedPairs(pairs: readonly Pair[]): Promise<Pair[]>
}

/** Who may draw from which record. */
export type Pair = { readonly recordId: bigint; readonly medicalStaff: string }

/** How the follower writes: in batches, each with the checkpoint that covers it. */
export type FollowerWriter = {
  /**
   * The checkpoint, held until the unit ends, so that of several followers one at a time writes and events become
   * visible in the order of their sequence.
   */
  lockCheckpoint(): Promise<Checkpoint | null>
  setCheckpoint(checkpoint: Checkpoint): Promise<void>
  /** Those that are new, in the order given; the others are there already and left alone. */
  insertEvents(events: readonly EventProjection[]): Promise<EventProjection[]>
  /** Those that are there already are left alone; how many were new. */
  insertFailedCalls(calls: readonly FailedCall[]): Promise<number>
  /** Records, privileges and draws as the changes leave them. */
  applyChanges(changes: ProjectionChanges): Promise<void>
  /** Forgets records and what may be drawn from them; their events stay. */
  forgetRecords(recordIds: readonly bigint[]): Promise<void>
  /**
   * The events that decide how records and their privileges stand: of each record and person the newest draw and the
   * newest grant or revoke, and of each record its creation and its archiving; in the order of the chain.
   */
  listDecisiveEvents(recordIds: readonly bigint[]): Promise<EventProjection[]>
  /**
   * Forgets events and failed calls in blocks above the height, and brings the monitors' cursors down to it. A look that
   * is under way cannot be noted any more: what it saw may be gone.
   *
   * @returns what is gone
   */
  forgetAbove(height: number): Promise<{
    readonly events: readonly EventProjection[]
    readonly failedCalls: readonly FailedCall[]
  }>
  insertReorg(reorg: Reorg): Promise<void>
  /** The newest event that is kept; null when there is none. */
  getNewestEvent(): Promise<EventProjection | null>
  /** Forgets everything that was read from the chain, and the checkpoint: it is read again. */
  clearProjection(): Promise<void>
}
