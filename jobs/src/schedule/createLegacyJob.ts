import { type Deps, type LegacyMonitor, raiseAlerts } from '@medikey/core'
import type { Logger } from '@medikey/runtime'
import type { ScheduledJob } from './ScheduledJob.ts'

/** A monitor of the old shape as a job: asked until it has nothing new. */
export function createLegacyJob(
  deps: Deps,
  options: { name: string; find: LegacyMonitor; logger: Logger },
): ScheduledJob {
  const { name, find, logger } = options
  return {
    name,
    cron: '* * * * *',
    afterFollow: true,
    async run({ isOver }) {
      for (;;) {
        const raised = await raiseAlerts(deps, { findings: await find(deps) })
        for (const { id, rule, severity } of raised)
          logger.info({ job: name, alertId: id, rule, severity }, 'Alert raised')
        if (raised.length === 0 || isOver()) return undefined
      }
    },
  }
}
