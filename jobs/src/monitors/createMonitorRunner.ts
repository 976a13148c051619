import type { Deps } from '@medikey/core'
import type { Logger } from '@medikey/runtime'
import type { JobMetrics } from '../JobMetrics.ts'
import type { MonitorEntry } from './MonitorEntry.ts'
import { runMonitor } from './runMonitor.ts'

/** What became of a run. `skipped`: the last one was still going on. */
export type MonitorOutcome = 'finished' | 'failed' | 'skipped'

/** Runs monitors, each of them once at a time. */
export type MonitorRunner = {
  /** Runs the monitor unless it is running. Never rejects. */
  run(entry: MonitorEntry): Promise<MonitorOutcome>
  /** Resolves once no monitor is running. */
  idle(): Promise<void>
  /** Begins no more runs. */
  stop(): void
}

/** Makes the runner of this process; every run of a monitor goes through it, whatever triggered it. */
export function createMonitorRunner(options: {
  deps: Deps
  logger: Logger
  metrics: JobMetrics
  timeoutMs: number
}): MonitorRunner {
  const { metrics, logger } = options
  const running = new Map<string, Promise<unknown>>()
  let isStopped = false

  return {
    async run(entry) {
      if (isStopped || running.has(entry.name)) {
        metrics.monitorRan({ monitor: entry.name, outcome: 'skipped', durationMs: 0, findings: 0 })
        logger.debug({ monitor: entry.name }, 'Monitor skipped: its last run is still going on')
        return 'skipped'
      }
      const { outcome, ended } = runMonitor({ ...options, entry })
      running.set(
        entry.name,
        // A run that took too long counts as failed, but goes on holding its place until it really ends.
        ended.finally(() => running.delete(entry.name)),
      )
      return outcome
    },
    async idle() {
      while (running.size > 0) await Promise.all(running.values())
    },
    stop() {
      isStopped = true
    },
  }
}
