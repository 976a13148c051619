import type { Deps } from '../Deps.ts'
import { endGrant } from './endGrant.ts'

const BATCH = 100

/**
 * Ends every time-boxed grant whose time is over, at most 100 in a call: what the queue forgot to wake for.
 *
 * @returns how many were looked at
 * @example
 * await endGrants(deps)
 */
export async function endGrants(deps: Deps): Promise<number> {
  const ended = await deps.store.listEndedGrants({ now: deps.clock.now(), limit: BATCH })
  for (const grant of ended) await endGrant(deps, { requestId: grant.requestId })
  return ended.length
}
