import type { Logger } from '@medikey/runtime'
import { createTask } from 'node-cron'
import type { MonitorRunner } from './createMonitorRunner.ts'
import type { MonitorEntry } from './MonitorEntry.ts'

/** Runs every monitor of the table at its times; returns what ends that. */
export function startSchedule(options: {
  schedule: readonly MonitorEntry[]
  monitors: MonitorRunner
  logger: Logger
}): { stop(): Promise<void> } {
  const { schedule, monitors, logger } = options
  const bridge = {
    info: (message: string) => logger.debug({ source: 'node-cron', message }, 'Schedule'),
    warn: (message: string) => logger.warn({ source: 'node-cron', message }, 'Schedule'),
    error: (message: string | Error, err?: Error) =>
      logger.error({ source: 'node-cron', err: err ?? message }, 'Schedule'),
    debug: () => {},
  }
  const tasks = schedule.map((entry) => {
    const task = createTask(entry.cron, () => monitors.run(entry), {
      name: entry.name,
      timezone: 'UTC',
      logger: bridge,
    })
    void task.start()
    return task
  })
  return {
    async stop() {
      await Promise.all(tasks.map((task) => task.destroy()))
    },
  }
}
