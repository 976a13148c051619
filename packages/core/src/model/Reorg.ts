/** Something that was read from the chain and that a reorg took back. */
export type Reorg = {
  /** When the follower found it out. */
  readonly at: Date
  /** The newest block that was read before. */
  readonly fromHeight: number
  readonly fromHash: string
  /** The lowest block that something was taken back from: the chains parted below it, perhaps far below. */
  readonly toHeight: number
  /** How many events, and how many refused calls, were undone. */
  readonly events: number
  readonly failedCalls: number
}
