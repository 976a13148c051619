import type { Deps, MonitorRun } from '@medikey/core'
import type { Logger } from '@medikey/runtime'

/** Notes how a run of a job goes. A note that cannot be kept is logged: the job itself went as it did. */
export async function noteRun(
  deps: Pick<Deps, 'store'>,
  options: { job: string; run: Partial<MonitorRun>; logger: Logger },
): Promise<void> {
  const { job, run, logger } = options
  try {
    await deps.store.transaction((unit) => unit.noteRun({ monitor: job, ...run }))
  } catch (err) {
    logger.warn({ job, err }, 'How a job went could not be noted')
  }
}
