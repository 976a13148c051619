/**
 * What became of a grant: `active` until a revoke ended it (`expired` where it was the end of its own time-box,
 * `released` where its grantee gave it back, else `revoked`) or another grant replaced it (`superseded`).
 */
export type GrantStatus = 'active' | 'released' | 'expired' | 'revoked' | 'superseded'

/** A grant that MediKey put on chain. Its time starts at inclusion. */
export type Grant = {
  readonly requestId: string
  readonly recordId: bigint
  readonly medicalStaff: string
  readonly physician: string
  readonly accessLimit: bigint
  readonly txid: string
  readonly status: GrantStatus
  readonly startsAt: Date
  /** Null: stands until revoked. */
  readonly endsAt: Date | null
  /** The revoke that ends it, once there is one. */
  readonly endRequestId: string | null
}
