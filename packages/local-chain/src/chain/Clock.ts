/** The chain's time: the machine's, moved by an offset that a script may set. */
export type Clock = {
  /** Unix seconds. */
  readonly now: () => number
  readonly offset: () => number
  /** Seconds ahead of the machine's clock. */
  readonly setOffset: (offset: number) => void
}
