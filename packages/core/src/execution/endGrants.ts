import type { Deps } from '../Deps.ts'
import { endGrant } from './endGrant.ts'

const BATCH = 100

/** Ends every time-boxed grant whose time is over; returns how many were looked at. */
export async function endGrants(deps: Deps): Promise<number> {
  const ended = await deps.store.listEndedGrants({ now: deps.clock.now(), limit: BATCH })
  for (const grant of ended) await endGrant(deps, { requestId: grant.requestId })
  return ended.length
}
