import {
  type Deps,
  endGrant,
  endSwitchedOff,
  type Messenger,
  type Queue,
  refreshDirectory,
  type ScheduledMonitor,
  type Webhook,
} from '@medikey/core'
import type { Logger, Secret } from '@medikey/runtime'
import { createDeliveryWorker } from './createDeliveryWorker.ts'
import { createFollower, type Freshness } from './createFollower.ts'
import { createTimekeeper } from './createTimekeeper.ts'
import { createTransactionWorker } from './createTransactionWorker.ts'
import { createHeartbeat, type HeartbeatState } from './heartbeat/createHeartbeat.ts'
import { createPulse } from './heartbeat/createPulse.ts'
import { isWatchOverdue } from './heartbeat/isWatchOverdue.ts'
import type { JobMetrics } from './JobMetrics.ts'
import { createLoop } from './loops/createLoop.ts'
import { createReportedRun } from './loops/createReportedRun.ts'
import type { LoopName } from './loops/loopNames.ts'
import { noMetrics } from './noMetrics.ts'
import { createJobRunner, type JobOutcome } from './schedule/createJobRunner.ts'
import { createMonitorJob } from './schedule/createMonitorJob.ts'
import { createSchedule } from './schedule/createSchedule.ts'
import { excuseDowntime } from './schedule/excuseDowntime.ts'
import { getLongestGap } from './schedule/getLongestGap.ts'
import type { ScheduledJob } from './schedule/ScheduledJob.ts'
import { startSchedule } from './schedule/startSchedule.ts'
import { wasStopped } from './schedule/wasStopped.ts'
import { sweepAlerts } from './sweepAlerts.ts'

const DELIVERY_SWEEP_MS = 1_000
const TIMEKEEPING_MS = 2_000
const ALERT_SWEEP_MS = 2_000
/** How long a link may be known to the process that made it and to no other: it is shown late, and counts at once. */
const DIRECTORY_MS = 3_000
const JOB_TIMEOUT_MS = 30_000
const HEARTBEAT_MS = 60_000
/** How long running work is waited for at the end; the rows carry on what is left. */
const DRAIN_MS = 4_000

/** What of the jobs this process does. Messages are sent wherever there is a messenger. */
export type JobParts = {
  /** Transactions, time-boxes, expiries and the lives of alerts. */
  readonly worker: boolean
  readonly follower: boolean
  /** The monitors, and what else runs at its times. */
  readonly schedule: boolean
}

/** Running jobs. */
export type Jobs = {
  /** How fresh the projection is; null where this process does not follow the chain. */
  freshness(): Freshness | null
  /** Whether the outside service hears the heartbeat; null where none is asked. */
  heartbeat(): HeartbeatState | null
  /**
   * Runs a monitor now, whether or not it is switched on; `skipped` while it is running. Never rejects.
   *
   * @example
   * const { outcome } = await jobs.runMonitor('grant-expiry')
   */
  runMonitor(monitor: ScheduledMonitor): Promise<JobOutcome>
  /** Takes no new work and waits for the running one, up to four seconds. */
  stop(): Promise<void>
}

/**
 * Starts what runs without being asked: loops over the rows, the queue's handlers that wake them early, and the
 * schedule. Of several processes on one store one runs each tick.
 *
 * @param options.messengers the chat platforms that this process serves
 * @param options.webhook told of alerts beside them, where there is one
 * @param options.heartbeatUrl asked every minute while the loops of this process complete
 * @param options.parts what this process does; everything unless told
 * @example
 * const jobs = await startJobs({ deps, queue, messengers: [slack], logger })
 * await jobs.stop()
 */
export async function startJobs(options: {
  deps: Deps
  queue: Queue
  messengers: readonly Messenger[]
  webhook?: Webhook | null
  heartbeatUrl?: Secret | null
  logger: Logger
  metrics?: JobMetrics
  parts?: JobParts
  schedule?: readonly ScheduledJob[]
}): Promise<Jobs> {
  const { deps, queue, logger, metrics = noMetrics, webhook = null, heartbeatUrl = null } = options
  const messengers = [...options.messengers, ...(webhook === null ? [] : [webhook])]
  const pulse = createPulse({ clock: deps.clock })
  const schedule = options.schedule ?? createSchedule(deps)
  const parts = options.parts ?? { worker: true, follower: true, schedule: true }
  const { pollIntervalMs } = deps.settings
  const getDueBy = ({ cron }: ScheduledJob) => {
    const { timeZone, heartbeat } = deps.settings.monitors
    const takesMs = getLongestGap({ cron, timeZone }) * heartbeat.factor + JOB_TIMEOUT_MS
    return new Date(deps.clock.now().getTime() + takesMs)
  }
  const runner = createJobRunner({
    deps,
    logger,
    metrics,
    timeoutMs: JOB_TIMEOUT_MS,
    getDueBy: (job) => (schedule.some(({ name }) => name === job.name) ? getDueBy(job) : null),
  })
  const follower = parts.follower ? createFollower({ deps, schedule, runner, logger, metrics }) : null
  const stops: (() => Promise<unknown>)[] = []
  const loop = (name: string, intervalMs: number, run: () => Promise<unknown>) => {
    stops.push(createLoop({ name, intervalMs, run: pulse.watch(name, run), logger }).stop)
  }
  const reportedLoop = async (name: LoopName, intervalMs: number, run: () => Promise<unknown>) => {
    const reported = createReportedRun(deps, { name, run, logger })
    await reported.begin()
    const { stop } = createLoop({ name, intervalMs, run: pulse.watch(name, reported.run), logger })
    stops.push(() => stop().then(reported.end))
  }

  const isPlanned = await wasStopped(deps)
  await excuseDowntime(deps, { logger })
  loop('directory', DIRECTORY_MS, () => refreshDirectory(deps))
  if (parts.worker) {
    const worker = createTransactionWorker({ deps, logger })
    const timekeeper = createTimekeeper({ deps, logger })
    await queue.work('execute', ({ transactionId }) => worker.advance({ transactionId }))
    await queue.work('end-grant', ({ requestId }) => endGrant(deps, { requestId }))
    await reportedLoop('transactions', pollIntervalMs, worker.sweep)
    await reportedLoop('timekeeper', TIMEKEEPING_MS, timekeeper.keep)
    await reportedLoop('alerts', ALERT_SWEEP_MS, () => sweepAlerts({ deps, logger }))
    stops.push(async () => {
      worker.stop()
      await worker.idle()
    })
  }
  if (messengers.length > 0) {
    const delivery = createDeliveryWorker({ deps, messengers, logger, metrics })
    await queue.work('deliver', ({ lane }) => delivery.deliver({ lane }))
    await reportedLoop('deliveries', DELIVERY_SWEEP_MS, delivery.sweep)
    stops.push(async () => {
      delivery.stop()
      await delivery.idle()
    })
  }
  if (follower !== null) {
    stops.push(async () => follower.stop())
    await reportedLoop('follower', pollIntervalMs, follower.follow)
  }
  if (parts.schedule) {
    await endConditions(deps, { logger })
    const started = await startSchedule({ deps, schedule, runner, logger, metrics, getDueBy, isPlanned })
    stops.push(started.stop)
  }
  const listOverdue = async () => {
    const isUnwatched = parts.schedule && (await isWatchOverdue(deps))
    return [...pulse.listOverdue(), ...(isUnwatched ? ['the heartbeat monitor'] : [])]
  }
  const heartbeat =
    heartbeatUrl === null
      ? null
      : createHeartbeat({ url: heartbeatUrl, listOverdue, clock: deps.clock, logger, metrics })
  if (heartbeat !== null) {
    stops.push(createLoop({ name: 'heartbeat', intervalMs: HEARTBEAT_MS, run: heartbeat.beat, logger }).stop)
  }
  stops.push(async () => {
    runner.stop()
    await runner.idle()
  })

  return {
    freshness: () => follower?.freshness() ?? null,
    heartbeat: () => heartbeat?.state() ?? null,
    runMonitor: (monitor) => runner.run(createMonitorJob(deps, { monitor })),
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

/** Monitors and loops run whether or not this works; the next start tries it again. */
async function endConditions(deps: Deps, { logger }: { logger: Logger }): Promise<void> {
  try {
    const conditions = await endSwitchedOff(deps)
    if (conditions > 0) logger.info({ conditions }, 'Conditions of monitors that are switched off ended')
  } catch (err) {
    logger.error({ err }, 'Conditions of monitors that are switched off could not be ended')
  }
}
