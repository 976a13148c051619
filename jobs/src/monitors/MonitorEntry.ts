import type { LegacyMonitor } from '@medikey/core'

/** A line of the schedule. */
export type MonitorEntry = {
  readonly name: string
  /** When it runs: minute, hour, day of month, month, day of week; a sixth field in front counts seconds. */
  readonly cron: string
  readonly monitor: LegacyMonitor
  /** Also run right after a round of the follower that found something new. */
  readonly afterFollow: boolean
}
