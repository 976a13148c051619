import type { JobMetrics } from './JobMetrics.ts'

/** Counts nothing: for where nobody asks. */
export const noMetrics: JobMetrics = {
  postTried() {},
  eventsFollowed() {},
  jobRan() {},
  tickMissed() {},
  heartbeatTried() {},
}
