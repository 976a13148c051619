/** The transaction that deployed the contract: what tells one chain from another of the same name. */
export type Deployment = {
  /** `0x` and 64 hex digits. */
  readonly txid: string
  readonly blockHeight: number
}
