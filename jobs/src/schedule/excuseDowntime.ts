import type { Deps } from '@medikey/core'
import type { Logger } from '@medikey/runtime'

/**
 * Longer than a living process goes without a sign: loops note how they go every ten seconds, monitors every minute.
 */
const SILENCE_MS = 120_000
/** The job that each start is noted as. */
const START = 'start'

/**
 * Moves on by when each job is to have completed, by the time in which nothing ran: what nobody could do is not
 * overdue. While another process lives nothing is moved, so a job that hangs there is overdue in its time; and since
 * only that time is given, a job that never completes uses up its own over any number of restarts. It is the
 * process's first sign of life, so of several that start together one gives that time.
 *
 * @example
 * await excuseDowntime(deps, { logger })
 */
export async function excuseDowntime(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { logger }: { logger: Logger },
): Promise<void> {
  const excused = await store.transaction(async (unit) => {
    const states = await unit.lockMonitorStates()
    const now = clock.now()
    await unit.noteRun({ monitor: START, startedAt: now })
    const signs = states.flatMap(({ startedAt, completedAt, failedAt }) => [startedAt, completedAt, failedAt])
    const lastSign = Math.max(...signs.map((at) => at?.getTime() ?? Number.NEGATIVE_INFINITY))
    const downMs = now.getTime() - lastSign
    if (!Number.isFinite(downMs) || downMs <= SILENCE_MS) return null
    const awaited = states.flatMap(({ monitor, dueBy }) => (dueBy === null ? [] : [{ monitor, dueBy }]))
    // What was overdue before stays so: it is due before now by as much as it was late then.
    for (const { monitor, dueBy } of awaited)
      await unit.noteRun({ monitor, dueBy: new Date(dueBy.getTime() + downMs) })
    return { downMs, jobs: awaited.length }
  })
  if (excused !== null) logger.info(excused, 'Nothing ran for a while: jobs are due that much later')
}
