import type { AccessRequest } from '../../src/model/AccessRequest.ts'
import type { UnitOfWork } from '../../src/ports/Store.ts'
import type { MemoryState } from './MemoryState.ts'
import { patchRow } from './patchRow.ts'
import { refuse } from './refuse.ts'

/** Writes of requests and of the deliveries that lead to them. */
export function createRequestWriter(
  state: MemoryState,
): Pick<UnitOfWork, 'claimDelivery' | 'insertRequest' | 'moveRequest' | 'noteStanding'> {
  const { requests, deliveries } = state
  const findPending = (pair: Pick<AccessRequest, 'recordId' | 'medicalStaff'>) =>
    [...requests.values()].filter(
      (request) =>
        request.status === 'pending' &&
        request.recordId === pair.recordId &&
        request.medicalStaff === pair.medicalStaff,
    )

  return {
    async claimDelivery({ key, requestId }) {
      const first = deliveries.get(key)
      if (first !== undefined) return { requestId: first }
      deliveries.set(key, requestId)
      return null
    },

    async insertRequest(request) {
      const rival = findPending(request).some((other) => other.kind === request.kind)
      if (request.status === 'pending' && rival) return null
      if (requests.has(request.id)) refuse(`request ${request.id} exists`)
      requests.set(request.id, structuredClone(request))
      return requests.get(request.id) ?? null
    },

    async moveRequest({ id, from, to, patch }) {
      const request = requests.get(id)
      if (request?.status !== from) return null
      const moved = { ...patchRow<AccessRequest>(request, patch), status: to }
      requests.set(id, moved)
      return moved
    },

    async noteStanding({ recordId, medicalStaff, standing }) {
      const changed = findPending({ recordId, medicalStaff }).filter(
        (request) =>
          request.standing?.accessLimit !== standing?.accessLimit ||
          request.standing?.usage !== standing?.usage,
      )
      return changed.map((request) => {
        const noted = { ...request, standing: structuredClone(standing) }
        requests.set(request.id, noted)
        return noted
      })
    },
  }
}
