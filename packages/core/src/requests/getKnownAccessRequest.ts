import type { Deps } from '../Deps.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import { getKnownRequest } from './getKnownRequest.ts'
import { isAccessRequest } from './isAccessRequest.ts'
import { requestNotFound } from './requestNotFound.ts'

/**
 * Reads a request about access that somebody named. A person's own action is nobody else's to decide, so it counts as
 * unknown here.
 *
 * @throws RefusalError when there is no such request
 */
export async function getKnownAccessRequest(
  deps: Pick<Deps, 'store'>,
  options: { requestId: string },
): Promise<AccessRequest> {
  const request = await getKnownRequest(deps, options)
  if (isAccessRequest(request)) return request
  throw requestNotFound()
}
