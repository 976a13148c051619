import type { RequestBase } from './Request.ts'

/** That access to a record be given, or taken away. */
export type AccessKind = 'grant' | 'revoke'

/** An allowance as it stands on chain: how much may be drawn, and how much of it already was. */
export type Allowance = { readonly accessLimit: bigint; readonly usage: bigint }

/** A request about somebody's access to a record, which the record's physician signs. */
export type AccessRequest = RequestBase & {
  readonly kind: AccessKind
  /**
   * `time-box`: MediKey itself asks for the revoke at the end of a time-boxed grant. `release`: the grantee gives it
   * back. Nobody decides either of them again.
   */
  readonly origin: 'person' | 'time-box' | 'release'
  readonly recordId: bigint
  /** The record's physician when the request was made: who signs. */
  readonly physician: string
  readonly medicalStaff: string
  /** Volume units; null for a revoke. */
  readonly accessLimit: bigint | null
  /** How long the grant shall stand after its inclusion, in milliseconds; null: until revoked. */
  readonly durationMs: number | null
  readonly reason: string
  /** The allowance that stood when last looked at: a new grant would restart its usage at zero. */
  readonly standing: Allowance | null
  /** When the physician agreed to what somebody else asked for; null where they asked themselves, or have not yet. */
  readonly consentedAt: Date | null
  /** For a time-box and a release: the request whose grant it ends. */
  readonly grantRequestId: string | null
}
