import type { Account } from './Account.ts'

/** What is asked for: that access to a record be given, or taken away. */
export type RequestKind = 'grant' | 'revoke'

/**
 * What became of the asking. A request leaves `pending` once and for ever: by the CMO's decision, taken back by who
 * asked, or `expired` when nobody decided in time.
 */
export type RequestStatus = 'pending' | 'approved' | 'denied' | 'cancelled' | 'expired'

/** An allowance as it stands on chain: how much may be drawn, and how much of it already was. */
export type Allowance = { readonly accessLimit: bigint; readonly usage: bigint }

/** What somebody asked for and what became of the asking. What became of it on chain is its {@link Transaction}. */
export type AccessRequest = {
  /** Opaque, short enough to be typed. */
  readonly id: string
  readonly kind: RequestKind
  readonly status: RequestStatus
  /** `time-box`: MediKey itself asks for the revoke at the end of a time-boxed grant; nobody decides it again. */
  readonly origin: 'person' | 'time-box'
  readonly recordId: bigint
  /** The record's physician when the request was made: who signs. */
  readonly physician: string
  readonly medicalStaff: string
  /** Volume units; null for a revoke. */
  readonly accessLimit: bigint | null
  /** How long the grant shall stand after its inclusion, in milliseconds; null: until revoked. */
  readonly durationMs: number | null
  readonly reason: string
  /** The asking person's principal. */
  readonly requester: string
  /** Where they asked from; null for a time-box. */
  readonly requesterAccount: Account | null
  /** The allowance that stood when last looked at: a new grant would restart its usage at zero. */
  readonly standing: Allowance | null
  readonly createdAt: Date
  readonly approvalExpiresAt: Date
  /** Until when an approved request may be sent; null before the approval, and for a revoke that must not lapse. */
  readonly executionExpiresAt: Date | null
  readonly decidedBy: string | null
  readonly decidedByAccount: Account | null
  readonly decidedAt: Date | null
  readonly decisionReason: string | null
  /** For a time-box: the request whose grant it ends. */
  readonly grantRequestId: string | null
}
