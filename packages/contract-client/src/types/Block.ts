/** A block of the canonical chain. */
export type Block = {
  readonly height: number
  readonly hash: string
  readonly parentHash: string
  readonly time: Date
  /** Grows with every tenure: what finality is counted in. */
  readonly tenureHeight: number
  readonly burnBlockHeight: number
}
