import { findAccessVolume } from './access-volume/findAccessVolume.ts'
import { findChainTrouble } from './chain-health/findChainTrouble.ts'
import { findGrantExpiry } from './grant-expiry/findGrantExpiry.ts'
import { findOverdueJobs } from './heartbeat/findOverdueJobs.ts'
import type { Monitor } from './Monitor.ts'
import { findMaintenanceChanges } from './maintenance-status/findMaintenanceChanges.ts'
import type { MonitorsSettings } from './monitorsSchema.ts'
import { findDifferences } from './reconcile/findDifferences.ts'
import { findRecordArchival } from './record-archival/findRecordArchival.ts'
import { findOverdueRequests } from './request-reminder/findOverdueRequests.ts'
import { findTransactionHealth } from './transaction-health/findTransactionHealth.ts'
import { findUnsanctionedChanges } from './unsanctioned-change/findUnsanctionedChanges.ts'

/** The monitors that the schedule runs, as {@link MonitorsSettings} calls them. */
export type ScheduledMonitor = Exclude<keyof MonitorsSettings, 'timeZone'>

/** A monitor as the schedule runs it. Its settings, with its cron, stand under its name in {@link MonitorsSettings}. */
export type MonitorEntry<N extends ScheduledMonitor = ScheduledMonitor> = {
  readonly find: Monitor<MonitorsSettings[N]>
  /** Also run right after a round of the follower that found something new. */
  readonly afterFollow: boolean
  /** Looks at what was read from the chain, and so waits while that is being read again. */
  readonly judgesProjection: boolean
}

/**
 * Every monitor. A new one is a schema in `monitorsSchema` and a line here.
 *
 * @example
 * Object.keys(monitors) // ['chain-health', 'heartbeat', …]
 */
export const monitors: { readonly [N in ScheduledMonitor]: MonitorEntry<N> } = {
  'access-volume': { find: findAccessVolume, afterFollow: true, judgesProjection: true },
  'record-archival': { find: findRecordArchival, afterFollow: true, judgesProjection: true },
  'unsanctioned-change': { find: findUnsanctionedChanges, afterFollow: true, judgesProjection: true },
  'maintenance-status': { find: findMaintenanceChanges, afterFollow: true, judgesProjection: true },
  'grant-expiry': { find: findGrantExpiry, afterFollow: false, judgesProjection: true },
  'request-reminder': { find: findOverdueRequests, afterFollow: false, judgesProjection: false },
  'transaction-health': { find: findTransactionHealth, afterFollow: false, judgesProjection: false },
  reconcile: { find: findDifferences, afterFollow: false, judgesProjection: true },
  'chain-health': { find: findChainTrouble, afterFollow: false, judgesProjection: false },
  heartbeat: { find: findOverdueJobs, afterFollow: false, judgesProjection: false },
}
