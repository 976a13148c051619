import type { Deps } from '@medikey/core'
import type { Logger } from '@medikey/runtime'
import type { JobMetrics } from '../JobMetrics.ts'
import { type JobRun, runJob } from './runJob.ts'
import type { ScheduledJob } from './ScheduledJob.ts'

/** What became of a run. `skipped`: the last one was still going on. */
export type JobOutcome = JobRun | { readonly outcome: 'skipped' }

/** Runs jobs, each of them once at a time in this process. */
export type JobRunner = {
  /** Runs the job unless it is running. Never rejects. */
  run(job: ScheduledJob): Promise<JobOutcome>
  /** Resolves once no job is running. */
  idle(): Promise<void>
  /** Begins no more runs. */
  stop(): void
}

/** Makes the runner of this process; every run of a job goes through it, whatever triggered it. */
export function createJobRunner(options: {
  deps: Pick<Deps, 'store' | 'clock'>
  logger: Logger
  metrics: JobMetrics
  timeoutMs: number
  getDueBy: (job: ScheduledJob) => Date | null
}): JobRunner {
  const { metrics, logger } = options
  const running = new Map<string, Promise<unknown>>()
  let isStopped = false

  return {
    async run(job) {
      if (isStopped || running.has(job.name)) {
        metrics.jobRan({ job: job.name, outcome: 'skipped', durationMs: 0, alerts: 0 })
        logger.debug({ job: job.name }, 'Job skipped: its last run is still going on')
        return { outcome: 'skipped' }
      }
      const { run, ended } = runJob({ ...options, job })
      running.set(
        job.name,
        // A run that took too long counts as failed, but goes on holding its place until it really ends.
        ended.finally(() => running.delete(job.name)),
      )
      return run
    },
    async idle() {
      while (running.size > 0) await Promise.all(running.values())
    },
    stop() {
      isStopped = true
    },
  }
}
