import type { Deps } from '../Deps.ts'
import type { Request } from '../model/Request.ts'
import { requestNotFound } from './requestNotFound.ts'

/**
 * Reads a request that somebody named.
 *
 * @throws RefusalError when there is no such request
 */
export async function getKnownRequest(
  deps: Pick<Deps, 'store'>,
  options: { requestId: string },
): Promise<Request> {
  const id = options.requestId.trim().toLowerCase()
  const request = /^[0-9a-z]{1,40}$/.test(id) ? await deps.store.getRequest(id) : null
  if (request !== null) return request
  throw requestNotFound()
}
