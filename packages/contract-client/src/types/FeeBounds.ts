/** What one transaction may cost, in µSTX. */
export type FeeBounds = {
  /** The least that is offered, whatever the estimate says. */
  readonly min: bigint
  /** The most that is ever paid for one transaction. */
  readonly max: bigint
  /** What is offered when the node cannot estimate. Default: 3000, within the bounds. */
  readonly fallback?: bigint
}
