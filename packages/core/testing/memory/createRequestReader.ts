import type { RequestStatus } from '../../src/model/Request.ts'
import { requestSets } from '../../src/model/requestSets.ts'
import type { StoreReader } from '../../src/ports/Store.ts'
import type { MemoryState } from './MemoryState.ts'

const isOpen = (status: RequestStatus) => requestSets.open.some((open) => open === status)

/** Reads of requests. */
export function createRequestReader(
  view: () => MemoryState,
): Pick<StoreReader, 'getRequest' | 'findRequests' | 'findDelivery' | 'listLapsedRequests'> {
  return {
    getRequest: async (id) => view().requests.get(id) ?? null,

    async findRequests(filter) {
      const { limit, ...wanted } = filter
      const conditions = Object.entries(wanted).filter(([, value]) => value !== undefined)
      return [...view().requests.values()]
        .filter((request) =>
          conditions.every(([field, value]) => {
            const held = (request as Partial<typeof wanted>)[field as keyof typeof wanted]
            return Array.isArray(value) ? value.includes(held) : held === value
          }),
        )
        .reverse()
        .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
        .slice(0, Math.min(limit, 100))
    },

    async findDelivery(key) {
      const requestId = view().deliveries.get(key)
      return requestId === undefined ? null : { requestId }
    },

    listLapsedRequests: async ({ now, limit }) =>
      [...view().requests.values()]
        .filter(({ status, approvalExpiresAt }) => isOpen(status) && approvalExpiresAt <= now)
        .sort((a, b) => a.approvalExpiresAt.getTime() - b.approvalExpiresAt.getTime())
        .slice(0, limit),
  }
}
