import type { AccessRequest } from '../../src/model/AccessRequest.ts'
import type { Request } from '../../src/model/Request.ts'
import { requestSets } from '../../src/model/requestSets.ts'
import type { UnitOfWork } from '../../src/ports/Store.ts'
import { isAccessRequest } from '../../src/requests/isAccessRequest.ts'
import type { MemoryState } from './MemoryState.ts'
import { patchRow } from './patchRow.ts'
import { refuse } from './refuse.ts'

const isUndecided = ({ status }: Request) => requestSets.undecided.some((open) => open === status)

/** Writes of requests and of the deliveries that lead to them. */
export function createRequestWriter(
  state: MemoryState,
): Pick<UnitOfWork, 'claimDelivery' | 'insertRequest' | 'moveRequest' | 'noteStanding' | 'noteCreated'> {
  const { requests, transactions, deliveries } = state
  const findUndecided = (pair: Pick<AccessRequest, 'recordId' | 'medicalStaff'>) =>
    [...requests.values()]
      .filter(isAccessRequest)
      .filter(isUndecided)
      .filter(
        ({ recordId, medicalStaff }) => recordId === pair.recordId && medicalStaff === pair.medicalStaff,
      )

  return {
    async claimDelivery({ key, requestId }) {
      const first = deliveries.get(key)
      if (first !== undefined) return { requestId: first }
      deliveries.set(key, requestId)
      return null
    },

    async insertRequest(request) {
      const hasRival =
        isAccessRequest(request) &&
        isUndecided(request) &&
        findUndecided(request).some(({ kind }) => kind === request.kind)
      if (hasRival) return null
      if (requests.has(request.id)) refuse(`request ${request.id} exists`)
      const saved = structuredClone(request)
      requests.set(request.id, saved)
      return saved
    },

    async moveRequest({ id, from, to, patch }) {
      const request = requests.get(id)
      if (request?.status !== from) return null
      const moved = { ...patchRow<Request>(request, patch), status: to }
      requests.set(id, moved)
      return moved
    },

    async noteStanding({ recordId, medicalStaff, standing }) {
      const changed = findUndecided({ recordId, medicalStaff }).filter(
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

    async noteCreated({ txid, recordId }) {
      const transaction = [...transactions.values()].find((candidate) => candidate.txid === txid)
      const request = transaction === undefined ? undefined : requests.get(transaction.requestId)
      if (request?.kind !== 'create' || request.recordId === recordId) return null
      const noted = { ...request, recordId }
      requests.set(request.id, noted)
      return noted
    },
  }
}
