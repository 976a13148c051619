import type { LookOutcome } from '@medikey/core'

/** What a run of a job did, for the log and for whoever ran it by hand. */
export type JobResult = Pick<LookOutcome, 'report' | 'alerts'>

/** A line of the schedule. */
export type ScheduledJob = {
  readonly name: string
  /** When it runs, in the time zone of the settings; a sixth field in front counts seconds. */
  readonly cron: string
  /** Also run right after a round of the follower that found something new. */
  readonly afterFollow?: boolean
  /** Finds out by itself what is due, so ticks that nobody ran are no loss and are not told. */
  readonly catchesUp?: boolean
  /**
   * Does it once.
   *
   * @param options.isOver true once the run took too long: begin nothing more
   */
  readonly run: (options: { isOver: () => boolean }) => Promise<JobResult | undefined>
}
