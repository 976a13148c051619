import { type Deps, monitors, type ScheduledMonitor } from '@medikey/core'
import type { Logger } from '@medikey/runtime'
import { createMonitorJob } from './createMonitorJob.ts'
import type { ScheduledJob } from './ScheduledJob.ts'

/**
 * What runs at its times: the monitors that are switched on, and jobs that are no monitors.
 *
 * @example
 * const schedule = createSchedule(deps, { logger })
 */
export function createSchedule(deps: Deps, _options: { logger: Logger }): readonly ScheduledJob[] {
  const names = Object.keys(monitors) as ScheduledMonitor[]
  return [
    ...names
      .filter((monitor) => deps.settings.monitors[monitor].enabled)
      .map((monitor) => createMonitorJob(deps, { monitor })),
  ]
}
