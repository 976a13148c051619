import type { MedvaultEvent } from '@medikey/contract-client'
import type { Request } from '../model/Request.ts'

/** Whether what the contract printed is exactly what the request asks for. */
export function isEffectOf(request: Request, event: MedvaultEvent): boolean {
  switch (request.kind) {
    case 'grant':
      return (
        event.event === 'medical-access-granted' &&
        event.recordId === request.recordId &&
        event.medicalStaff === request.medicalStaff &&
        event.accessLimit === request.accessLimit
      )
    case 'revoke':
      return (
        event.event === 'medical-access-revoked' &&
        event.recordId === request.recordId &&
        event.medicalStaff === request.medicalStaff
      )
    case 'create':
      return (
        event.event === 'medical-record-created' &&
        event.physician === request.requester &&
        event.recordCategory === request.category &&
        event.dataVolume === request.volume
      )
    case 'access':
      return (
        event.event === 'medical-data-accessed' &&
        event.recordId === request.recordId &&
        event.accessor === request.requester &&
        event.accessVolume === request.volume
      )
    case 'archive':
      return event.event === 'record-archived' && event.recordId === request.recordId
    case 'maintenance-on':
      return event.event === 'maintenance-enabled'
    case 'maintenance-off':
      return event.event === 'maintenance-disabled'
  }
}
