/** A call of the contract that it refused: mined, paid for, and without effect. */
export type FailedCall = {
  readonly txid: string
  readonly blockHeight: number
  readonly blockHash: string
  readonly blockTime: Date
  readonly sender: string
  /** The Clarity name, such as `access-medical-data`. */
  readonly functionName: string
  readonly recordId: bigint | null
  /** The number of the contract's error; null where the VM aborted it. */
  readonly code: bigint | null
}
