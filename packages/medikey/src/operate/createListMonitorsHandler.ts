import type { Deps } from '@medikey/core'
import { type ControlHandler, defineControlHandler } from '@medikey/runtime'
import { CronExpressionParser } from 'cron-parser'
import { z } from 'zod'
import type { MonitorRow } from './monitorRowSchema.ts'

/**
 * Lists the monitors for the operator: when each runs, and how its last runs went.
 *
 * @param options.running the MediKey that runs them; null where none does, and none has a next run
 */
export function createListMonitorsHandler(
  deps: Pick<Deps, 'store' | 'settings' | 'clock'>,
  options: { running: { isConfigChanged: () => boolean } | null },
): ControlHandler {
  const { running } = options
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
          nextRunAt:
            enabled && running !== null
              ? findNextRun({ cron, timeZone, now: deps.clock.now() }).toISOString()
              : null,
        }
      })
      const isConfigChanged = running?.isConfigChanged() ?? false
      return { monitors: rows, timeZone, isRunning: running !== null, isConfigChanged }
    },
  })
}

function findNextRun(options: { cron: string; timeZone: string; now: Date }): Date {
  const { cron, timeZone, now } = options
  return CronExpressionParser.parse(cron, { tz: timeZone, currentDate: now }).next().toDate()
}
