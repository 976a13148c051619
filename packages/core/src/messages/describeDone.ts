import { formatVolume } from '../input/formatVolume.ts'
import type { Request } from '../model/Request.ts'

/** What is true once the request was carried out. */
export function describeDone(request: Request): string {
  switch (request.kind) {
    case 'grant':
      return 'Access granted'
    case 'revoke':
      return 'Access revoked'
    case 'create':
      return request.recordId === null ? 'Record created' : `Record ${request.recordId} created`
    case 'access':
      return `${formatVolume(request.volume)} drawn`
    case 'archive':
      return 'Record archived'
    case 'maintenance-on':
      return 'Maintenance begun'
    case 'maintenance-off':
      return 'Maintenance ended'
  }
}
