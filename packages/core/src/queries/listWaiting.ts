import type { Deps } from '../Deps.ts'
import type { Request } from '../model/Request.ts'

/**
 * The requests that somebody has to say yes or no to, newest first: a record's physician consents, the CMO decides.
 *
 * @param options.isApprover whether they are the CMO
 */
export async function listWaiting(
  deps: Pick<Deps, 'store'>,
  options: { principal: string; isApprover: boolean; limit: number },
): Promise<Request[]> {
  const { principal, isApprover, limit } = options
  const found = await Promise.all([
    deps.store.findRequests({ status: 'awaiting-consent', physician: principal, limit }),
    isApprover ? deps.store.findRequests({ status: 'pending', limit }) : [],
  ])
  return found
    .flat()
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
    .slice(0, limit)
}
