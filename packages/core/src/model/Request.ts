import type { AccessKind, AccessRequest } from './AccessRequest.ts'
import type { Account } from './Account.ts'
import type { ActionKind, ActionRequest } from './ActionRequest.ts'

/** What is asked for. */
export type RequestKind = AccessKind | ActionKind

/**
 * What became of the asking. An open request is `unconfirmed` (its own requester has not said yet that it shall be
 * sent), `awaiting-consent` (of the record's physician) or `pending` (at the CMO). It leaves each of them once: onward,
 * or to its end by a decision, taken back by who asked, or `expired` when nobody acted in time.
 */
export type RequestStatus =
  | 'unconfirmed'
  | 'awaiting-consent'
  | 'pending'
  | 'approved'
  | 'denied'
  | 'cancelled'
  | 'expired'

/** What every request has, whatever it asks for. */
export type RequestBase = {
  /** Opaque, short enough to be typed. */
  readonly id: string
  readonly status: RequestStatus
  /** The asking person's principal. */
  readonly requester: string
  /** Where they asked from; null where MediKey itself asks. */
  readonly requesterAccount: Account | null
  readonly createdAt: Date
  /** Until when somebody has to confirm, consent and decide: one time for all of it. */
  readonly approvalExpiresAt: Date
  /** Until when an approved request may be sent; null before the approval, and for a revoke that must not lapse. */
  readonly executionExpiresAt: Date | null
  readonly decidedBy: string | null
  readonly decidedByAccount: Account | null
  readonly decidedAt: Date | null
  readonly decisionReason: string | null
}

/** What somebody asked for and what became of the asking. What became of it on chain is its {@link Transaction}. */
export type Request = AccessRequest | ActionRequest
