import type { MedvaultEvent } from '@medikey/contract-client'
import type { Request } from '@medikey/core'
import type { Clinic } from '@medikey/core/testing'

/**
 * Says what stands on chain without an approved request that asked for it, each request for one event at most.
 *
 * @param options.eventsBefore how many events there were before anybody did anything
 */
export async function checkChain(
  clinic: Clinic,
  options: { requests: readonly Request[]; eventsBefore: number },
): Promise<string[]> {
  const { events } = await clinic.ledger.getContractEvents({ limit: 1000 })
  const fresh = events.slice(0, events.length - options.eventsBefore)
  const unused = options.requests.filter(({ status }) => status === 'approved')
  return fresh.flatMap(({ value, txid }) => {
    const index = unused.findIndex((request) => value !== null && asksFor(request, value))
    if (index >= 0) unused.splice(index, 1)
    return index >= 0
      ? []
      : [`${value?.event} stands on chain in ${txid}, and no approved request asked for it.`]
  })
}

function asksFor(request: Request, value: MedvaultEvent): boolean {
  switch (value.event) {
    case 'medical-access-granted':
      return (
        request.kind === 'grant' &&
        request.recordId === value.recordId &&
        request.medicalStaff === value.medicalStaff &&
        request.accessLimit === value.accessLimit
      )
    case 'medical-access-revoked':
      return (
        request.kind === 'revoke' &&
        request.recordId === value.recordId &&
        request.medicalStaff === value.medicalStaff
      )
    case 'medical-record-created':
      return (
        request.kind === 'create' &&
        request.requester === value.physician &&
        request.volume === value.dataVolume &&
        request.category === value.recordCategory
      )
    case 'medical-data-accessed':
      return (
        request.kind === 'access' &&
        request.requester === value.accessor &&
        request.recordId === value.recordId &&
        request.volume === value.accessVolume
      )
    case 'record-archived':
      return (
        request.kind === 'archive' &&
        request.requester === value.physician &&
        request.recordId === value.recordId
      )
    case 'maintenance-enabled':
      return request.kind === 'maintenance-on' && request.requester === value.chiefMedicalOfficer
    case 'maintenance-disabled':
      return request.kind === 'maintenance-off' && request.requester === value.chiefMedicalOfficer
    default:
      return false
  }
}
