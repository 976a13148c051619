import type { AuditAction } from './AuditEntry.ts'

/** Steps of a transaction that its event on chain tells as well: a timeline leaves them out once the event is there. */
export const foldedActions = [
  'transaction-signed',
  'transaction-broadcast',
  'transaction-included',
  'transaction-final',
] as const satisfies readonly AuditAction[]
