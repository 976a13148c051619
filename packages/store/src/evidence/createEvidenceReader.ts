import type { LegacyAlert, StoreReader } from '@medikey/core'
import { and, asc, desc, eq } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { alerts } from '../schema/alerts.ts'
import { auditEntries } from '../schema/auditEntries.ts'
import { chainBindings } from '../schema/chainBindings.ts'
import { toEntry } from './toEntry.ts'

const toAlert = ({ seq, ...alert }: typeof alerts.$inferSelect): LegacyAlert => alert

/** Reads of the audit, the alerts and the chain that the store belongs to. */
export function createEvidenceReader(
  db: Database,
): Pick<StoreReader, 'listAudit' | 'getAlert' | 'listAlerts' | 'getChainBinding'> {
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

    async getAlert(id) {
      const [row] = await db.select().from(alerts).where(eq(alerts.id, id))
      return row === undefined ? null : toAlert(row)
    },

    async listAlerts({ limit }) {
      const rows = await db
        .select()
        .from(alerts)
        .orderBy(desc(alerts.raisedAt), desc(alerts.seq))
        .limit(limit)
      return rows.map(toAlert)
    },

    async getChainBinding() {
      const [row] = await db.select().from(chainBindings)
      if (row === undefined) return null
      const { only, ...binding } = row
      return binding
    },
  }
}
