import type { Account } from './Account.ts'

/** What an entry tells of. The names are kept with the evidence, so none is ever renamed. */
export type AuditAction =
  | 'request-submitted'
  | 'request-consented'
  | 'request-confirmed'
  | 'request-approved'
  | 'request-denied'
  | 'request-cancelled'
  | 'request-expired'
  | 'grant-end-warned'
  | 'grant-released'
  | 'time-box-ended'
  | 'transaction-signed'
  | 'transaction-broadcast'
  | 'transaction-included'
  | 'transaction-final'
  | 'transaction-aborted'
  | 'transaction-adopted'
  | 'transaction-replaced'
  | 'transaction-refused'
  | 'transaction-orphaned'
  | 'card-undeliverable'
  | 'alert-raised'
  | 'alert-acknowledged'
  | 'alert-silenced'
  | 'alert-unsilenced'
  | 'alert-resolved'
  | 'identity-linked'
  | 'identity-relinked'
  | 'identity-unlinked'

/** One line of evidence. Written in the same database transaction as what it tells of, never changed. */
export type AuditEntry = {
  readonly at: Date
  readonly action: AuditAction
  /** Null where MediKey itself acted. */
  readonly actor: string | null
  readonly account: Account | null
  readonly requestId: string | null
  readonly recordId: bigint | null
  /** Facts of the action: reason, txid, code. Never patient data. */
  readonly detail: Readonly<Record<string, string>>
}
