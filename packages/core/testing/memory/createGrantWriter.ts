import type { UnitOfWork } from '../../src/ports/Store.ts'
import { isAccessRequest } from '../../src/requests/isAccessRequest.ts'
import type { MemoryState } from './MemoryState.ts'
import { refuse } from './refuse.ts'

/** Writes of grants. */
export function createGrantWriter(
  state: MemoryState,
): Pick<UnitOfWork, 'lockPairEffects' | 'setGrants' | 'linkGrantEnd' | 'claimWarning'> {
  const { grants, requests, transactions, warnings } = state

  return {
    lockPairEffects: async ({ recordId, medicalStaff }) =>
      [...transactions.values()]
        .filter(({ status }) => status === 'included' || status === 'final')
        .flatMap((transaction) => {
          const request = requests.get(transaction.requestId)
          return request !== undefined &&
            isAccessRequest(request) &&
            request.recordId === recordId &&
            request.medicalStaff === medicalStaff
            ? [{ request, transaction }]
            : []
        })
        .sort((a, b) => ((a.transaction.nonce ?? 0n) < (b.transaction.nonce ?? 0n) ? -1 : 1)),

    async setGrants({ recordId, medicalStaff, grants: wanted }) {
      for (const grant of wanted) {
        if (!requests.has(grant.requestId)) refuse(`request ${grant.requestId} does not exist`)
      }
      if (wanted.filter(({ status }) => status === 'active').length > 1)
        refuse(`record ${recordId} has one active grant for ${medicalStaff} at most`)
      for (const [requestId, grant] of grants) {
        if (grant.recordId === recordId && grant.medicalStaff === medicalStaff) grants.delete(requestId)
      }
      for (const grant of wanted) grants.set(grant.requestId, structuredClone(grant))
    },

    async linkGrantEnd({ requestId, endRequestId }) {
      const grant = grants.get(requestId)
      if (grant?.status !== 'active' || grant.endRequestId !== null) return false
      grants.set(requestId, { ...grant, endRequestId })
      return true
    },

    async claimWarning({ requestId, leadMs }) {
      const key = `${requestId}/${leadMs}`
      if (warnings.has(key)) return false
      warnings.add(key)
      return true
    },
  }
}
