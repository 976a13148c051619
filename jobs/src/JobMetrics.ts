import type { Platform, Post } from '@medikey/core'

/** What the jobs count, in words of their own: the composition root turns it into metrics. */
export type JobMetrics = {
  /** A post was tried. */
  postTried(options: { platform: Platform; kind: Post['kind']; outcome: 'sent' | 'retry' | 'failed' }): void
  /** The follower applied events. */
  eventsFollowed(options: { count: number }): void
  /** A monitor ran to its end, or did not. */
  monitorRan(options: {
    monitor: string
    outcome: 'finished' | 'failed' | 'skipped'
    durationMs: number
    findings: number
  }): void
}
