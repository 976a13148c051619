import type { Job, JobName } from '../model/Job.ts'

/** The waking side of the queue; jobs are written through {@link UnitOfWork.enqueue}. */
export interface Queue {
  /** Calls the handler for each job of that name, soon after the transaction that wrote it commits. */
  work<N extends JobName>(name: N, handler: (job: Extract<Job, { name: N }>) => Promise<void>): Promise<void>
  /** Takes no new jobs and waits for the running handlers. */
  stop(): Promise<void>
}
