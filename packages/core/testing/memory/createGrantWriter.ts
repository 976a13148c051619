import type { UnitOfWork } from '../../src/ports/Store.ts'
import type { MemoryState } from './MemoryState.ts'
import { refuse } from './refuse.ts'

/** Writes of grants. */
export function createGrantWriter(
  state: MemoryState,
): Pick<UnitOfWork, 'insertGrant' | 'endGrant' | 'deleteGrant' | 'linkGrantEnd'> {
  const { grants, requests } = state

  return {
    async insertGrant(grant) {
      if (grants.has(grant.requestId)) refuse(`request ${grant.requestId} already has a grant`)
      if (!requests.has(grant.requestId)) refuse(`request ${grant.requestId} does not exist`)
      const rival = [...grants.values()].some(
        (other) =>
          other.status === 'active' &&
          other.recordId === grant.recordId &&
          other.medicalStaff === grant.medicalStaff,
      )
      if (grant.status === 'active' && rival)
        refuse(`record ${grant.recordId} already has an active grant for ${grant.medicalStaff}`)
      grants.set(grant.requestId, structuredClone(grant))
    },

    async endGrant({ requestId, to }) {
      const grant = grants.get(requestId)
      if (grant?.status !== 'active') return null
      const ended = { ...grant, status: to }
      grants.set(requestId, ended)
      return ended
    },

    async deleteGrant(requestId) {
      grants.delete(requestId)
    },

    async linkGrantEnd({ requestId, endRequestId }) {
      const grant = grants.get(requestId)
      if (grant?.status !== 'active' || grant.endRequestId !== null) return false
      grants.set(requestId, { ...grant, endRequestId })
      return true
    },
  }
}
