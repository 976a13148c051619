import { requestSets, type StoreReader } from '@medikey/core'
import { and, asc, desc, eq, inArray, lte } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { deliveries } from '../schema/deliveries.ts'
import { requests } from '../schema/requests.ts'
import { toRequest } from './toRequest.ts'

const LARGEST_PAGE = 100

/** Reads of requests. */
export function createRequestReader(
  db: Database,
): Pick<StoreReader, 'getRequest' | 'findRequests' | 'findDelivery' | 'listLapsedRequests'> {
  return {
    async getRequest(id) {
      const [row] = await db.select().from(requests).where(eq(requests.id, id))
      return row === undefined ? null : toRequest(row)
    },

    async findRequests({ status, kind, recordId, physician, medicalStaff, requester, limit }) {
      const rows = await db
        .select()
        .from(requests)
        .where(
          and(
            status === undefined ? undefined : inArray(requests.status, [status].flat()),
            kind && eq(requests.kind, kind),
            recordId === undefined ? undefined : eq(requests.recordId, recordId),
            physician === undefined ? undefined : eq(requests.physician, physician),
            medicalStaff === undefined ? undefined : eq(requests.medicalStaff, medicalStaff),
            requester === undefined ? undefined : eq(requests.requester, requester),
          ),
        )
        .orderBy(desc(requests.createdAt), desc(requests.seq))
        .limit(Math.min(limit, LARGEST_PAGE))
      return rows.map(toRequest)
    },

    async findDelivery(key) {
      const { requestId } = deliveries
      const [row] = await db.select({ requestId }).from(deliveries).where(eq(deliveries.key, key))
      return row ?? null
    },

    async listLapsedRequests({ now, limit }) {
      const rows = await db
        .select()
        .from(requests)
        .where(and(inArray(requests.status, [...requestSets.open]), lte(requests.approvalExpiresAt, now)))
        .orderBy(asc(requests.approvalExpiresAt), asc(requests.seq))
        .limit(limit)
      return rows.map(toRequest)
    },
  }
}
