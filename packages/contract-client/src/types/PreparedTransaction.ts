/** A signed transaction that has not been sent. */
export type PreparedTransaction = {
  /** `0x` and 64 hex digits. */
  readonly txid: string
  readonly nonce: bigint
  /** µSTX. */
  readonly fee: bigint
  /** The serialized transaction as hex: what is broadcast, and broadcast again. */
  readonly bytes: string
}
