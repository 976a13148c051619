import type { Deps } from '@medikey/core'
import type { Logger } from '@medikey/runtime'
import type { JobMetrics } from '../JobMetrics.ts'
import { loopNames } from '../loops/loopNames.ts'
import { getLongestGap } from './getLongestGap.ts'
import { noteRun } from './noteRun.ts'
import type { ScheduledJob } from './ScheduledJob.ts'

/** How late the start of a run may be noted without its tick counting as missed. */
const TOLERANCE_MS = 60_000

/**
 * Looks at the start through what is known of the jobs' runs: tells of those whose ticks passed while no process ran,
 * waits for those that are new, and no more for those that are no longer scheduled.
 *
 * @param options.isPlanned whether nothing ran because it was stopped: that is no reason to warn
 */
export async function reviewStates(
  deps: Pick<Deps, 'store' | 'clock' | 'settings'>,
  options: {
    schedule: readonly ScheduledJob[]
    logger: Logger
    metrics: JobMetrics
    getDueBy: (job: ScheduledJob) => Date
    isPlanned: boolean
  },
): Promise<void> {
  const { schedule, logger, metrics, getDueBy, isPlanned } = options
  const { timeZone } = deps.settings.monitors
  const states = new Map((await deps.store.listMonitorStates()).map((state) => [state.monitor, state]))
  const now = deps.clock.now()
  const missed: { job: string; startedAt: Date }[] = []
  for (const job of schedule) {
    const state = states.get(job.name)
    const dueBy = getDueBy(job)
    // After its cron changed it may be due sooner than the old one said.
    if (!state?.dueBy || state.dueBy > dueBy) await noteRun(deps, { job: job.name, run: { dueBy }, logger })
    const { startedAt = null } = state ?? {}
    if (startedAt === null || job.catchesUp) continue
    const quietMs = now.getTime() - startedAt.getTime()
    if (quietMs <= getLongestGap({ cron: job.cron, timeZone }) + TOLERANCE_MS) continue
    metrics.tickMissed({ job: job.name })
    missed.push({ job: job.name, startedAt })
  }
  if (missed.length > 0) {
    const since = new Date(Math.min(...missed.map(({ startedAt }) => startedAt.getTime())))
    logger[isPlanned ? 'info' : 'warn'](
      { jobs: missed.map(({ job }) => job), since, quietMs: now.getTime() - since.getTime() },
      'Ticks of the schedule passed while no process ran them',
    )
  }
  const awaited = new Set([...schedule.map(({ name }) => name), ...loopNames])
  for (const { monitor, dueBy } of states.values())
    if (dueBy !== null && !awaited.has(monitor))
      await noteRun(deps, { job: monitor, run: { dueBy: null }, logger })
}
