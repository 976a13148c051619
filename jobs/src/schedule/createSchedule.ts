import { type Deps, monitors, type ScheduledMonitor } from '@medikey/core'
import { createDigestJob } from './createDigestJob.ts'
import { createMonitorJob } from './createMonitorJob.ts'
import type { ScheduledJob } from './ScheduledJob.ts'

/**
 * What runs at its times: the monitors that are switched on, and jobs that are no monitors.
 *
 * @example
 * const schedule = createSchedule(deps)
 */
export function createSchedule(deps: Deps): readonly ScheduledJob[] {
  const names = Object.keys(monitors) as ScheduledMonitor[]
  const periods = ['daily', 'weekly'] as const
  return [
    ...names
      .filter((monitor) => deps.settings.monitors[monitor].enabled)
      .map((monitor) => createMonitorJob(deps, { monitor })),
    ...periods
      .filter((period) => deps.settings.digest[period].enabled)
      .map((period) => createDigestJob(deps, { period })),
  ]
}
