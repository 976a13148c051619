import type { Deps } from '../Deps.ts'
import { expireRequest } from './expireRequest.ts'

const BATCH = 100

/**
 * Expires pending requests whose approval time is over, at most 100 in a call.
 *
 * @returns how many there were
 * @example
 * await expireRequests(deps)
 */
export async function expireRequests(deps: Deps): Promise<number> {
  const lapsed = await deps.store.listLapsedRequests({ now: deps.clock.now(), limit: BATCH })
  for (const request of lapsed) await expireRequest(deps, { requestId: request.id })
  return lapsed.length
}
