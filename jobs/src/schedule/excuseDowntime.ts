import type { Deps } from '@medikey/core'
import type { Logger } from '@medikey/runtime'
import { noteRun } from './noteRun.ts'

/** Longer than a living process goes without a sign: its loops note how they go every ten seconds, its monitors every minute. */
const SILENCE_MS = 120_000

/**
 * Moves on by when each job is to have completed, by the time in which nothing ran: what nobody could do is not overdue.
 * While another process lives nothing is moved, so a job that hangs there is overdue in its time; and since only that time
 * is given, a job that never completes uses up its own over any number of restarts. To be called before this process
 * gives a sign of life itself.
 *
 * @example
 * await excuseDowntime(deps, { logger })
 */
export async function excuseDowntime(
  deps: Pick<Deps, 'store' | 'clock'>,
  { logger }: { logger: Logger },
): Promise<void> {
  const states = await deps.store.listMonitorStates()
  const signs = states.flatMap(({ startedAt, completedAt, failedAt }) => [startedAt, completedAt, failedAt])
  const lastSign = Math.max(...signs.map((at) => at?.getTime() ?? Number.NEGATIVE_INFINITY))
  const downMs = deps.clock.now().getTime() - lastSign
  if (!Number.isFinite(downMs) || downMs <= SILENCE_MS) return
  const awaited = states.flatMap(({ monitor, dueBy }) => (dueBy === null ? [] : [{ monitor, dueBy }]))
  // What was overdue before stays so: it is due before now by as much as it was late then.
  for (const { monitor, dueBy } of awaited)
    await noteRun(deps, { job: monitor, run: { dueBy: new Date(dueBy.getTime() + downMs) }, logger })
  logger.info({ downMs, jobs: awaited.length }, 'Nothing ran for a while: jobs are due that much later')
}
