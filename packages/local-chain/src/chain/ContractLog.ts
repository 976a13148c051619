/** One print of a contract, with what orders it on the chain. */
export type ContractLog = {
  readonly height: number
  readonly eventIndex: number
  readonly txid: string
  readonly contractId: string
  readonly topic: string
  /** The printed Clarity value, `0x…`. */
  readonly value: string
}
