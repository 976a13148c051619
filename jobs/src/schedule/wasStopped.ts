import type { Deps } from '@medikey/core'
import { loopNames } from '../loops/loopNames.ts'

/**
 * Says whether whatever ran before was stopped as it should: then nobody waits for its loops any more. To be asked before
 * this process begins its own.
 *
 * @example
 * if (await wasStopped(deps)) logger.info({}, 'A planned pause')
 */
export async function wasStopped(deps: Pick<Deps, 'store'>): Promise<boolean> {
  const loops: readonly string[] = loopNames
  const states = await deps.store.listMonitorStates()
  return states.every(({ monitor, dueBy }) => dueBy === null || !loops.includes(monitor))
}
