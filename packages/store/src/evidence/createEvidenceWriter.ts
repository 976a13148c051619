import type { UnitOfWork } from '@medikey/core'
import { inBatches } from '../columns/inBatches.ts'
import type { Database } from '../connection/Connection.ts'
import { auditEntries } from '../schema/auditEntries.ts'
import { chainBindings } from '../schema/chainBindings.ts'

/** Writes of the audit and the chain that the store belongs to. */
export function createEvidenceWriter(tx: Database): Pick<UnitOfWork, 'appendAudit' | 'setChainBinding'> {
  return {
    async appendAudit(entries) {
      for (const batch of inBatches(entries)) await tx.insert(auditEntries).values(batch)
    },

    async setChainBinding(binding) {
      await tx
        .insert(chainBindings)
        .values(binding)
        .onConflictDoUpdate({ target: chainBindings.only, set: binding })
    },
  }
}
