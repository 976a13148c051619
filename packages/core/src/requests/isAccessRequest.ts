import type { AccessRequest } from '../model/AccessRequest.ts'
import type { Request } from '../model/Request.ts'

/**
 * Tells requests about somebody's access from a person's own actions.
 *
 * @example
 * const grants = (await deps.store.findRequests({ status: 'pending', limit: 20 })).filter(isAccessRequest)
 */
export function isAccessRequest(request: Request): request is AccessRequest {
  return request.kind === 'grant' || request.kind === 'revoke'
}
