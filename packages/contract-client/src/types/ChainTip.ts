/** The newest block that the API knows. */
export type ChainTip = {
  readonly blockHeight: number
  readonly blockHash: string
  readonly burnBlockHeight: number
}
