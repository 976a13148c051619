import type { Request } from '../model/Request.ts'
import { isAccessRequest } from './isAccessRequest.ts'

/** The principal that signs what is asked for: the record's physician for access to it, else who asked. */
export function toSender(request: Request): string {
  return isAccessRequest(request) ? request.physician : request.requester
}
