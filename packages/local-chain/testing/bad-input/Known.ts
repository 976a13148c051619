/** What requests are made of: things that the chain knows, to be sent whole or damaged. */
export type Known = {
  readonly token: string
  readonly address: string
  readonly contractId: string
  /** Functions of the contract that read only. */
  readonly readOnly: readonly string[]
  readonly txid: string
  /** A signed transaction that can be mined, hex. */
  readonly transaction: string
  /** Serialized Clarity values, hex. */
  readonly values: readonly string[]
}
