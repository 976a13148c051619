import type { Deps } from '../Deps.ts'
import { expireRequest } from './expireRequest.ts'

const BATCH = 100

/** Expires every pending request whose approval time is over; returns how many there were. */
export async function expireRequests(deps: Deps): Promise<number> {
  const lapsed = await deps.store.listLapsedRequests({ now: deps.clock.now(), limit: BATCH })
  for (const request of lapsed) await expireRequest(deps, { requestId: request.id })
  return lapsed.length
}
