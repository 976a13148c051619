import { type Deps, lookOnce, monitors, type ScheduledMonitor } from '@medikey/core'
import type { JobResult, ScheduledJob } from './ScheduledJob.ts'

/** A monitor as a job: it looks until it has seen everything that came. */
export function createMonitorJob(deps: Deps, options: { monitor: ScheduledMonitor }): ScheduledJob {
  const { monitor } = options
  return {
    name: monitor,
    cron: deps.settings.monitors[monitor].cron,
    afterFollow: monitors[monitor].afterFollow,
    async run({ isOver }): Promise<JobResult> {
      const holds = []
      const ended = []
      const alerts = []
      for (;;) {
        const look = await lookOnce(deps, { monitor })
        holds.push(...look.report.holds)
        ended.push(...look.report.ended)
        alerts.push(...look.alerts)
        if (!look.isFull || look.isOvertaken || isOver()) return { report: { holds, ended }, alerts }
      }
    },
  }
}
