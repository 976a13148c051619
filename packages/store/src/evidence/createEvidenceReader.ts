import type { StoreReader } from '@medikey/core'
import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { auditEntries } from '../schema/auditEntries.ts'
import { chainBindings } from '../schema/chainBindings.ts'
import { toEntry } from './toEntry.ts'

/** Reads of the audit and the chain that the store belongs to. */
export function createEvidenceReader(db: Database): Pick<StoreReader, 'listAudit' | 'getChainBinding'> {
  return {
    async listAudit({ requestId, recordId, limit }) {
      const rows = await db
        .select()
        .from(auditEntries)
        .where(
          and(
            requestId === undefined ? undefined : eq(auditEntries.requestId, requestId),
            recordId === undefined ? undefined : eq(auditEntries.recordId, recordId),
          ),
        )
        .orderBy(asc(auditEntries.seq))
        .limit(limit)
      return rows.map(toEntry)
    },

    async getChainBinding() {
      const [row] = await db.select().from(chainBindings)
      if (row === undefined) return null
      const { only, ...binding } = row
      return binding
    },
  }
}
