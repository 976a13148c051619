import type { Deps } from '../Deps.ts'
import { isAccessRequest } from '../requests/isAccessRequest.ts'
import { queueGrantEnd } from './queueGrantEnd.ts'

/**
 * Ends a time-boxed grant whose time is over: queues its revoke, once. Does nothing before that time, and nothing the
 * second time.
 *
 * @param options.requestId the request whose grant it is
 * @example
 * await queue.work('end-grant', ({ requestId }) => endGrant(deps, { requestId }))
 */
export async function endGrant(deps: Deps, options: { requestId: string }): Promise<void> {
  const now = deps.clock.now()
  await deps.store.transaction(async (unit) => {
    const grant = await unit.getGrant(options.requestId)
    const granted = await unit.getRequest(options.requestId)
    if (grant === null || granted === null || !isAccessRequest(granted)) return
    if (grant.endsAt === null || grant.endsAt > now) return
    await queueGrantEnd(deps, unit, { granted, releasedBy: null })
  })
}
