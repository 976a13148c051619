/** A principal's nonces: those mined, those waiting, and the gaps between them. */
export type Nonces = {
  /** The nonce after every one that is mined or waits. */
  readonly nextNonce: bigint
  /** Null when the principal never sent anything. */
  readonly lastConfirmedNonce: bigint | null
  readonly pendingNonces: bigint[]
  /** Unused nonces below a pending one: nothing above them can be mined before they are used. */
  readonly missingNonces: bigint[]
}
