import type { Deps } from '@medikey/core'
import { BaseError } from '@medikey/errors'
import type { Logger } from '@medikey/runtime'
import type { JobMetrics } from '../JobMetrics.ts'
import { noteRun } from './noteRun.ts'
import type { JobResult, ScheduledJob } from './ScheduledJob.ts'

/** What became of a run that began. */
export type JobRun =
  | { readonly outcome: 'finished'; readonly result: JobResult | undefined }
  | { readonly outcome: 'failed'; readonly error: unknown }

/**
 * Runs a job once. What it throws is logged here, once, and nothing is thrown on; how it went is kept in the job's state,
 * so that whoever runs the jobs can see what never completes.
 *
 * @param options.getDueBy by when a job that completes now is to have completed again; null when nobody waits for it
 * @returns `run` settles soon after the timeout at the latest; `ended` when the run really is over
 */
export function runJob(options: {
  deps: Pick<Deps, 'store' | 'clock'>
  job: ScheduledJob
  logger: Logger
  metrics: JobMetrics
  timeoutMs: number
  getDueBy: (job: ScheduledJob) => Date | null
}): { run: Promise<JobRun>; ended: Promise<void> } {
  const { deps, job, logger, metrics, timeoutMs, getDueBy } = options
  const begunAt = performance.now()
  let isOver = false

  const note = (run: Parameters<typeof noteRun>[1]['run']) => noteRun(deps, { job: job.name, run, logger })

  async function report(run: JobRun): Promise<JobRun> {
    const now = deps.clock.now()
    // Late is better than never: what hung and ended after all has been done.
    if (run.outcome === 'finished') await note({ completedAt: now, failure: null, dueBy: getDueBy(job) })
    else await note({ failedAt: now, failure: run.error instanceof BaseError ? run.error.code : 'UNKNOWN' })
    if (isOver) return run
    isOver = true
    const durationMs = Math.round(performance.now() - begunAt)
    const alerts = run.outcome === 'finished' ? (run.result?.alerts ?? []) : []
    metrics.jobRan({ job: job.name, outcome: run.outcome, durationMs, alerts: alerts.length })
    for (const { id, rule, severity, cause } of alerts)
      logger.info({ job: job.name, alertId: id, rule, severity, cause }, 'Alert raised')
    if (run.outcome === 'failed') logger.error({ job: job.name, durationMs, err: run.error }, 'Job failed')
    else logger.debug({ job: job.name, durationMs, alerts: alerts.length }, 'Job finished')
    return run
  }

  const worked = note({ startedAt: deps.clock.now() })
    .then(() => job.run({ isOver: () => isOver }))
    .then(
      (result) => report({ outcome: 'finished', result }),
      (error: unknown) => report({ outcome: 'failed', error }),
    )
  const { promise: late, resolve } = Promise.withResolvers<JobRun>()
  const timer = setTimeout(() => {
    const error = new BaseError({
      code: 'JOB_TIMEOUT',
      shortMessage: `The job did not end within ${timeoutMs} ms; it runs again once it has.`,
      retryable: true,
    })
    resolve(report({ outcome: 'failed', error }))
  }, timeoutMs)
  const ended = worked.then(() => clearTimeout(timer))
  return { run: Promise.race([worked, late]), ended }
}
