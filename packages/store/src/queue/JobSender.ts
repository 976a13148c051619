import type { Job } from '@medikey/core'
import type { Database } from '../connection/Connection.ts'

/** The writing side of the queue. */
export type JobSender = {
  /** Writes a job into a database transaction. */
  send(options: {
    readonly tx: Database
    readonly job: Job
    readonly startAfter?: Date | undefined
  }): Promise<void>
  /** Has the workers look for jobs at that time: nobody notifies when a delayed job's time comes. */
  wakeAt(at: Date): void
}
