import type { JobMetrics } from './JobMetrics.ts'

/** Counts nothing: for where nobody asks. */
export const noMetrics: JobMetrics = {
  transactionMoved() {},
  postTried() {},
  eventsFollowed() {},
  monitorRan() {},
}
