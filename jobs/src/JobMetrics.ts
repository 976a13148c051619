import type { Destination, Post } from '@medikey/core'

/** What the jobs count, in words of their own: the composition root turns it into metrics. */
export type JobMetrics = {
  /** A post was tried. */
  postTried(options: {
    platform: Destination
    kind: Post['kind']
    outcome: 'sent' | 'retry' | 'failed'
  }): void
  /** The follower applied events. */
  eventsFollowed(options: { count: number }): void
  /** A job of the schedule ran to its end, or did not. `alerts`: how many it raised. */
  jobRan(options: {
    job: string
    outcome: 'finished' | 'failed' | 'skipped'
    durationMs: number
    alerts: number
  }): void
  /** A moment of the schedule came at which no process ran the job. */
  tickMissed(options: { job: string }): void
  /** The address of the heartbeat was to be asked. `withheld`: not while jobs are overdue. */
  heartbeatTried(options: { outcome: 'heard' | 'unheard' | 'withheld' }): void
}
