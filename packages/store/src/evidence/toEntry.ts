import type { AuditEntry } from '@medikey/core'
import type { auditEntries } from '../schema/auditEntries.ts'

/** The audit entry that a row holds. */
export function toEntry(row: typeof auditEntries.$inferSelect): AuditEntry {
  const { seq, ...entry } = row
  return entry
}
