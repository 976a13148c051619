import type { Deps } from '@medikey/core'
import { type ControlHandler, defineControlHandler } from '@medikey/runtime'
import { CronExpressionParser } from 'cron-parser'
import { z } from 'zod'
import type { MonitorRow } from './monitorRowSchema.ts'

/** Lists the monitors for the operator: when each runs, and how its last runs went. */
export function createListMonitorsHandler(deps: Pick<Deps, 'store' | 'settings' | 'clock'>): ControlHandler {
  return defineControlHandler({
    params: z.strictObject({}),
    async run() {
      const { timeZone, ...monitors } = deps.settings.monitors
      const states = new Map((await deps.store.listMonitorStates()).map((state) => [state.monitor, state]))
      const rows = Object.entries(monitors).map(([name, { cron, enabled }]): MonitorRow => {
        const state = states.get(name)
        return {
          name,
          cron,
          enabled,
          lastCompletedAt: state?.completedAt?.toISOString() ?? null,
          lastFailedAt: state?.failedAt?.toISOString() ?? null,
          failure: state?.failure ?? null,
          nextRunAt: enabled ? findNextRun({ cron, timeZone, now: deps.clock.now() }).toISOString() : null,
        }
      })
      return { monitors: rows, timeZone }
    },
  })
}

function findNextRun(options: { cron: string; timeZone: string; now: Date }): Date {
  const { cron, timeZone, now } = options
  return CronExpressionParser.parse(cron, { tz: timeZone, currentDate: now }).next().toDate()
}
