import type { AccessRequest } from '../model/AccessRequest.ts'
import type { AlertFinding } from '../model/Alert.ts'
import type { AuditAction, AuditEntry } from '../model/AuditEntry.ts'
import type { Grant } from '../model/Grant.ts'
import type { EventProjection, PrivilegeProjection, RecordProjection } from '../model/Projection.ts'
import type { Reorg } from '../model/Reorg.ts'
import type { Request } from '../model/Request.ts'
import type { RuleName } from '../model/RuleName.ts'
import type { Transaction } from '../model/Transaction.ts'

/** A stretch of time, `(after, until]`; without `after` all that came before. */
export type Window = { readonly after: Date | null; readonly until: Date }

/** What the monitors ask: each question is answered by an index, and costs what it finds. */
export type WatchReader = {
  /** Those of the txids that belong to transactions of ours. */
  findOwnTxids(options: { readonly txids: readonly string[] }): Promise<string[]>
  /** The signer's signed, unknown and broadcast transactions, with what they carry out. */
  listUnderway(options: {
    readonly signer: string
  }): Promise<{ readonly request: Request; readonly transaction: Transaction }[]>
  /** Queued, signed, unknown and broadcast transactions that took their last step by `until`; the oldest first. */
  listStuckTransactions(options: { readonly until: Date }): Promise<Transaction[]>
  /** Signers of transactions that were signed in the window. */
  listSigners(window: Window): Promise<string[]>
  /** Everybody whose key was ever used. */
  listAllSigners(): Promise<string[]>
  /** The highest fee of the signer's last ten transactions, and when they last signed; null when they never did. */
  getSpending(signer: string): Promise<{ readonly highestFee: bigint; readonly signedAt: Date } | null>

  /** The newest event of these names that stands before the event; null when there is none. */
  getEventBefore(options: {
    readonly names: readonly string[]
    readonly event: Pick<EventProjection, 'txid' | 'eventIndex'>
  }): Promise<EventProjection | null>
  /** Those of the records that are known, ascending. */
  findRecords(options: { readonly recordIds: readonly bigint[] }): Promise<RecordProjection[]>
  /** The privileges of these records, by record and staff. */
  listPrivilegesOf(options: { readonly recordIds: readonly bigint[] }): Promise<PrivilegeProjection[]>
  /**
   * Privileges on active records that were granted in the window and that nothing was drawn from, with the record's
   * physician; the oldest first.
   */
  listUnusedPrivileges(window: Window): Promise<(PrivilegeProjection & Pick<RecordProjection, 'physician'>)[]>

  /** What reorgs took back in the window; the oldest first. */
  listReorgs(window: Window): Promise<Reorg[]>

  /** Active grants whose time-box ends in the window, whether or not a revoke is under way. */
  listGrantsEnding(window: Window): Promise<Grant[]>

  /** Grants and revokes that wait for a consent or a decision since `until` or earlier; the oldest first. */
  listWaitingRequests(options: { readonly until: Date }): Promise<AccessRequest[]>
  /** Grants and revokes that nobody decided until their time was over, in the window; the oldest first. */
  listUndecidedRequests(window: Window): Promise<AccessRequest[]>
  /** Conditions of these rules that hold, each as its alert keeps it. */
  listHoldingFindings(options: { readonly rules: readonly RuleName[] }): Promise<AlertFinding[]>
  /** Conditions of these rules that ended in the window, in the order in which they came. */
  listEndedFindings(options: Window & { readonly rules: readonly RuleName[] }): Promise<AlertFinding[]>
  /** Entries of these actions in the window, oldest first. */
  listAuditOf(options: Window & { readonly actions: readonly AuditAction[] }): Promise<AuditEntry[]>
}
