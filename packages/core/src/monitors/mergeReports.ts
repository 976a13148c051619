import type { Report } from './Monitor.ts'

/** What several rules of a monitor report, as one. */
export function mergeReports(reports: readonly Report[]): Report {
  return {
    holds: reports.flatMap(({ holds }) => holds),
    ended: reports.flatMap(({ ended }) => ended),
  }
}
