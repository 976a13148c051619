import { findMaintenanceChanges, findUnsanctionedChanges } from '@medikey/core'
import type { MonitorEntry } from './monitors/MonitorEntry.ts'

/** What is watched, and when. */
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
