import type { UnitOfWork } from '@medikey/core'
import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { grants } from '../schema/grants.ts'

/** Writes of grants. */
export function createGrantWriter(
  tx: Database,
): Pick<UnitOfWork, 'insertGrant' | 'endGrant' | 'deleteGrant' | 'linkGrantEnd'> {
  const isActive = (requestId: string) => and(eq(grants.requestId, requestId), eq(grants.status, 'active'))

  return {
    async insertGrant(grant) {
      await tx.insert(grants).values(grant)
    },

    async endGrant({ requestId, to }) {
      const [row] = await tx.update(grants).set({ status: to }).where(isActive(requestId)).returning()
      return row ?? null
    },

    async deleteGrant(requestId) {
      await tx.delete(grants).where(eq(grants.requestId, requestId))
    },

    async linkGrantEnd({ requestId, endRequestId }) {
      const linked = await tx
        .update(grants)
        .set({ endRequestId })
        .where(and(isActive(requestId), isNull(grants.endRequestId)))
        .returning()
      return linked.length > 0
    },
  }
}
