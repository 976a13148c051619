import type { Deps } from '../Deps.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'

/**
 * Reads a request that somebody named.
 *
 * @throws RefusalError when there is no such request
 */
export async function getKnownRequest(
  deps: Pick<Deps, 'store'>,
  options: { requestId: string },
): Promise<AccessRequest> {
  const id = options.requestId.trim().toLowerCase()
  const request = /^[0-9a-z]{1,40}$/.test(id) ? await deps.store.getRequest(id) : null
  if (request !== null) return request
  throw new RefusalError({
    code: 'REQUEST_NOT_FOUND',
    message: 'There is no such request. Open ones are listed by /medikey pending.',
  })
}
