import { isAccessRequest, type UnitOfWork } from '@medikey/core'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { toRequest } from '../requests/toRequest.ts'
import { grants } from '../schema/grants.ts'
import { requests } from '../schema/requests.ts'
import { transactions } from '../schema/transactions.ts'
import { warnings } from '../schema/warnings.ts'
import { toTransaction } from '../transactions/toTransaction.ts'
import { lockPair } from './lockPair.ts'

/** Writes of grants. */
export function createGrantWriter(
  tx: Database,
): Pick<UnitOfWork, 'lockPairEffects' | 'setGrants' | 'linkGrantEnd' | 'claimWarning'> {
  const isActive = (requestId: string) => and(eq(grants.requestId, requestId), eq(grants.status, 'active'))

  return {
    async lockPairEffects({ recordId, medicalStaff }) {
      await lockPair(tx, { recordId, medicalStaff })
      const rows = await tx
        .select({ request: requests, transaction: transactions })
        .from(transactions)
        .innerJoin(requests, eq(requests.id, transactions.requestId))
        .where(
          and(
            eq(requests.recordId, recordId),
            eq(requests.medicalStaff, medicalStaff),
            inArray(transactions.status, ['included', 'final']),
          ),
        )
        .orderBy(asc(transactions.nonce))
      return rows.flatMap((row) => {
        const request = toRequest(row.request)
        return isAccessRequest(request) ? [{ request, transaction: toTransaction(row.transaction) }] : []
      })
    },

    async setGrants({ recordId, medicalStaff, grants: wanted }) {
      await tx.delete(grants).where(and(eq(grants.recordId, recordId), eq(grants.medicalStaff, medicalStaff)))
      if (wanted.length > 0) await tx.insert(grants).values([...wanted])
    },

    async linkGrantEnd({ requestId, endRequestId }) {
      const { recordId, medicalStaff } = grants
      const [pair] = await tx
        .select({ recordId, medicalStaff })
        .from(grants)
        .where(eq(grants.requestId, requestId))
      if (pair === undefined) return false
      // Settling writes the pair's rows anew: what is linked to a row on its way out would be lost.
      await lockPair(tx, pair)
      const linked = await tx
        .update(grants)
        .set({ endRequestId })
        .where(and(isActive(requestId), isNull(grants.endRequestId)))
        .returning()
      return linked.length > 0
    },

    async claimWarning(warning) {
      const claimed = await tx.insert(warnings).values(warning).onConflictDoNothing().returning()
      return claimed.length > 0
    },
  }
}
