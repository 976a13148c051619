import type { Job, JobName, Queue } from '@medikey/core'
import { BaseError } from '@medikey/errors'
import { sql } from 'drizzle-orm'
import { fromDrizzle, type JobWithMetadata, type PgBoss } from 'pg-boss'
import type { StoreLogger } from '../StoreLogger.ts'
import { createAlarms } from './createAlarms.ts'
import type { JobSender } from './JobSender.ts'
import { jobSchema } from './jobSchema.ts'

const WORKERS = 4
/** Only for what nobody notifies of: delayed jobs of another process, or of this one before it was started anew. */
const BACKSTOP_SECONDS = 15
const STOP_TIMEOUT_MS = 8_000
/** pg-boss waits for up to 2^n seconds before the n-th retry, counted from when the failure is written. */
const RETRY_MARGIN_MS = 250

/** Makes core's Queue, and the sender that writes its jobs, on pg-boss. */
export function createQueue(options: { boss: PgBoss; logger: StoreLogger }): {
  queue: Queue
  sender: JobSender
} {
  const { boss, logger } = options
  const workerIds: string[] = []
  const names = new Set<JobName>()
  let isStopping = false
  const alarms = createAlarms({
    ring() {
      for (const id of workerIds) boss.notifyWorker(id)
    },
  })

  const run = async (job: JobWithMetadata<object>, handler: (job: Job) => Promise<void>) => {
    // Fetched while the stop came: given back, for another process or the next start.
    if (isStopping) throw new Error('The process is stopping.')
    const parsed = jobSchema.safeParse(job.data)
    if (!parsed.success) {
      logger.error({ job: job.name, jobId: job.id }, 'job of an unknown shape dropped')
      return
    }
    try {
      await handler(parsed.data)
    } catch (err) {
      logger.warn({ err, job: job.name, jobId: job.id, retryCount: job.retryCount }, 'job failed')
      alarms.set(new Date(Date.now() + 2 ** (job.retryCount + 1) * 1_000 + RETRY_MARGIN_MS))
      // What is thrown is written into the job's row, so it names the failure and no more.
      throw new Error(err instanceof BaseError ? err.code : 'The handler failed.')
    }
  }

  const startWorker = async (name: JobName, handler: (job: Job) => Promise<void>) => {
    const id: string = await boss.work<object>(
      name,
      { includeMetadata: true, notifyPollingIntervalSeconds: BACKSTOP_SECONDS },
      async (jobs) => {
        try {
          for (const job of jobs) await run(job as JobWithMetadata<object>, handler)
        } finally {
          // Notifications that arrive while it works count as one: it has to look until nothing is left.
          boss.notifyWorker(id)
        }
      },
    )
    workerIds.push(id)
  }

  return {
    queue: {
      async work(name, handler) {
        names.add(name)
        for (let worker = 0; worker < WORKERS; worker++)
          await startWorker(name, handler as (job: Job) => Promise<void>)
      },
      async stop() {
        isStopping = true
        alarms.clear()
        // First of all, for pg-boss's own stop lets workers go on while it closes its listener.
        for (const name of names) await boss.offWork(name, { wait: false })
        await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS })
      },
    },
    sender: {
      async send({ tx, job, startAfter }) {
        await boss.send(job.name, job, {
          db: fromDrizzle(tx as Parameters<typeof fromDrizzle>[0], sql),
          ...(startAfter === undefined ? {} : { startAfter }),
        })
      },
      wakeAt: alarms.set,
    },
  }
}
