import { type Deps, endGrant, type Messenger, type Queue, refreshDirectory } from '@medikey/core'
import type { Logger } from '@medikey/runtime'
import { createDeliveryWorker } from './createDeliveryWorker.ts'
import { createFollower, type Freshness } from './createFollower.ts'
import { createTimekeeper } from './createTimekeeper.ts'
import { createTransactionWorker } from './createTransactionWorker.ts'
import type { JobMetrics } from './JobMetrics.ts'
import { createLoop } from './loops/createLoop.ts'
import { createMonitorRunner } from './monitors/createMonitorRunner.ts'
import type { MonitorEntry } from './monitors/MonitorEntry.ts'
import { startSchedule } from './monitors/startSchedule.ts'
import { noMetrics } from './noMetrics.ts'
import { schedule as fullSchedule } from './schedule.ts'

const DELIVERY_SWEEP_MS = 1_000
const TIMEKEEPING_MS = 2_000
/** How long a link may be known to the process that made it and to no other: it is shown late, and counts at once. */
const DIRECTORY_MS = 3_000
const MONITOR_TIMEOUT_MS = 30_000
/** How long running work is waited for at the end; the rows carry on what is left. */
const DRAIN_MS = 4_000

/** What of the jobs this process does. Messages are sent wherever there is a messenger. */
export type JobParts = {
  /** Transactions, time-boxes and expiries. */
  readonly worker: boolean
  readonly follower: boolean
  /** The monitors at their times. */
  readonly schedule: boolean
}

/** Running jobs. */
export type Jobs = {
  /** How fresh the projection is; null where this process does not follow the chain. */
  freshness(): Freshness | null
  /** Takes no new work and waits for the running one, up to four seconds. */
  stop(): Promise<void>
}

/**
 * Starts what runs without being asked: loops over the rows, the queue's handlers that wake them early, and the
 * schedule of monitors.
 *
 * @param options.messengers the chat platforms that this process serves
 * @param options.parts what this process does; everything unless told
 * @example
 * const jobs = await startJobs({ deps, queue, messengers: [slack], logger })
 * await jobs.stop()
 */
export async function startJobs(options: {
  deps: Deps
  queue: Queue
  messengers: readonly Messenger[]
  logger: Logger
  metrics?: JobMetrics
  parts?: JobParts
  schedule?: readonly MonitorEntry[]
}): Promise<Jobs> {
  const { deps, queue, messengers, logger, metrics = noMetrics, schedule = fullSchedule } = options
  const parts = options.parts ?? { worker: true, follower: true, schedule: true }
  const { pollIntervalMs } = deps.settings
  const monitors = createMonitorRunner({ deps, logger, metrics, timeoutMs: MONITOR_TIMEOUT_MS })
  const follower = parts.follower ? createFollower({ deps, schedule, monitors, logger, metrics }) : null
  const stops: (() => Promise<unknown>)[] = []
  const loop = (name: string, intervalMs: number, run: () => Promise<unknown>) => {
    stops.push(createLoop({ name, intervalMs, run, logger }).stop)
  }

  loop('directory', DIRECTORY_MS, () => refreshDirectory(deps))
  if (parts.worker) {
    const worker = createTransactionWorker({ deps, logger })
    const timekeeper = createTimekeeper({ deps, logger })
    await queue.work('execute', ({ transactionId }) => worker.advance({ transactionId }))
    await queue.work('end-grant', ({ requestId }) => endGrant(deps, { requestId }))
    loop('transactions', pollIntervalMs, worker.sweep)
    loop('timekeeper', TIMEKEEPING_MS, timekeeper.keep)
    stops.push(async () => {
      worker.stop()
      await worker.idle()
    })
  }
  if (messengers.length > 0) {
    const delivery = createDeliveryWorker({ deps, messengers, logger, metrics })
    await queue.work('deliver', ({ lane }) => delivery.deliver({ lane }))
    loop('deliveries', DELIVERY_SWEEP_MS, delivery.sweep)
    stops.push(async () => {
      delivery.stop()
      await delivery.idle()
    })
  }
  if (follower !== null) loop('follower', pollIntervalMs, follower.follow)
  if (parts.schedule) stops.push(startSchedule({ schedule, monitors, logger }).stop)
  stops.push(async () => {
    monitors.stop()
    await monitors.idle()
  })

  return {
    freshness: () => follower?.freshness() ?? null,
    async stop() {
      const { promise: tooLong, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(() => {
        logger.warn({ drainMs: DRAIN_MS }, 'Running work was left for the next start')
        resolve()
      }, DRAIN_MS)
      await Promise.race([Promise.all(stops.map((stop) => stop())), tooLong])
      clearTimeout(timer)
    },
  }
}
