import { findAccessVolume } from './access-volume/findAccessVolume.ts'
import { findChainTrouble } from './chain-health/findChainTrouble.ts'
import { findOverdueJobs } from './heartbeat/findOverdueJobs.ts'
import type { Monitor } from './Monitor.ts'
import type { MonitorsSettings } from './monitorsSchema.ts'
import { findRecordArchival } from './record-archival/findRecordArchival.ts'

/** The monitors that the schedule runs, as {@link MonitorsSettings} calls them. */
export type ScheduledMonitor = Exclude<keyof MonitorsSettings, 'timeZone'>

/** A monitor as the schedule runs it. Its settings, with its cron, stand under its name in {@link MonitorsSettings}. */
export type MonitorEntry<N extends ScheduledMonitor = ScheduledMonitor> = {
  readonly find: Monitor<MonitorsSettings[N]>
  /** Also run right after a round of the follower that found something new. */
  readonly afterFollow: boolean
}

/**
 * Every monitor. A new one is a schema in `monitorsSchema` and a line here.
 *
 * @example
 * Object.keys(monitors) // ['chain-health', 'heartbeat', …]
 */
export const monitors: { readonly [N in ScheduledMonitor]: MonitorEntry<N> } = {
  'access-volume': { find: findAccessVolume, afterFollow: true },
  'record-archival': { find: findRecordArchival, afterFollow: true },
  'chain-health': { find: findChainTrouble, afterFollow: false },
  heartbeat: { find: findOverdueJobs, afterFollow: false },
}
