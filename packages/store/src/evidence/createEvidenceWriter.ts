import type { UnitOfWork } from '@medikey/core'
import type { Database } from '../connection/Connection.ts'
import { alerts } from '../schema/alerts.ts'
import { auditEntries } from '../schema/auditEntries.ts'
import { chainBindings } from '../schema/chainBindings.ts'

/** Writes of the audit, the alerts and the chain that the store belongs to. */
export function createEvidenceWriter(
  tx: Database,
): Pick<UnitOfWork, 'appendAudit' | 'insertAlert' | 'setChainBinding'> {
  return {
    async appendAudit(entry) {
      await tx.insert(auditEntries).values(entry)
    },

    async insertAlert({ id, finding, at }) {
      const [row] = await tx
        .insert(alerts)
        .values({ ...finding, id, status: 'firing', raisedAt: at })
        .onConflictDoNothing({ target: alerts.fingerprint })
        .returning()
      if (row === undefined) return null
      const { seq, ...alert } = row
      return alert
    },

    async setChainBinding(binding) {
      await tx
        .insert(chainBindings)
        .values(binding)
        .onConflictDoUpdate({ target: chainBindings.only, set: binding })
    },
  }
}
