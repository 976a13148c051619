import type { Deps } from '@medikey/core'
import type { Logger } from '@medikey/runtime'
import { createTask } from 'node-cron'
import type { JobMetrics } from '../JobMetrics.ts'
import type { JobRunner } from './createJobRunner.ts'
import { reviewStates } from './reviewStates.ts'
import type { ScheduledJob } from './ScheduledJob.ts'

/** How late a tick is still run, where the next one has not come yet: a process that was held up catches up with it. */
const TOLERANCE_MS = 3_600_000

/**
 * Runs every job of the table at its times; returns what ends that. Of several processes on one store one runs each
 * tick: the first that claims it there. A tick that nobody ran is told in the log and counted.
 *
 * @param options.isPlanned whether nothing ran before because it was stopped
 */
export async function startSchedule(options: {
  deps: Pick<Deps, 'store' | 'clock' | 'settings'>
  schedule: readonly ScheduledJob[]
  runner: JobRunner
  logger: Logger
  metrics: JobMetrics
  getDueBy: (job: ScheduledJob) => Date
  isPlanned: boolean
}): Promise<{ stop(): Promise<void> }> {
  const { deps, schedule, runner, logger, metrics } = options
  const { store, clock, settings } = deps
  const bridge = {
    info: (message: string) => logger.debug({ source: 'node-cron', message }, 'Schedule'),
    warn: (message: string) => logger.debug({ source: 'node-cron', message }, 'Schedule'),
    error: (message: string | Error, err?: Error) =>
      logger.error({ source: 'node-cron', err: err ?? message }, 'Schedule'),
    debug: () => {},
  }
  const claim = (key: string) => store.claimTick({ key, at: clock.now() })
  const noteMissed = (job: ScheduledJob, facts: { tick: Date; reason: string; err?: unknown }) => {
    metrics.tickMissed({ job: job.name })
    logger.warn(
      { job: job.name, ...facts, tick: facts.tick.toISOString() },
      'A tick of the schedule was missed',
    )
  }

  await reviewStates(deps, options)
  const tasks = schedule.map((job) => {
    const task = createTask(job.cron, () => runner.run(job), {
      name: job.name,
      timezone: settings.monitors.timeZone,
      noOverlap: true,
      distributed: true,
      runCoordinator: { shouldRun: claim },
      missedExecutionTolerance: TOLERANCE_MS,
      logger: bridge,
    })
    // This process was held up; only when no other ran the tick it was missed.
    task.on('execution:missed', async ({ date: tick }) => {
      try {
        if (await claim(`${job.name}:${tick.toISOString()}`)) noteMissed(job, { tick, reason: 'held-up' })
      } catch (err) {
        noteMissed(job, { tick, reason: 'store-unavailable', err })
      }
    })
    task.on('execution:skipped', ({ date: tick, reason, error: err }) => {
      if (reason === 'coordinator-error') noteMissed(job, { tick, reason: 'store-unavailable', err })
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
