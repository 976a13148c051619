import { findMaintenanceChanges, findUnsanctionedChanges } from '@medikey/core'
import type { MonitorEntry } from './monitors/MonitorEntry.ts'

/**
 * What is watched, and when (UTC). A new monitor is a line here.
 *
 * @example
 * await startJobs({ deps, queue, messengers, logger, schedule })
 */
export const schedule: readonly MonitorEntry[] = [
  {
    name: 'maintenance-status',
    cron: '* * * * *',
    monitor: findMaintenanceChanges,
    afterFollow: true,
  },
  {
    name: 'unsanctioned-change',
    cron: '* * * * *',
    monitor: findUnsanctionedChanges,
    afterFollow: true,
  },
]
