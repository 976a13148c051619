/** What one process does of what is configured. */
export type Parts = {
  /** Listens to Slack and posts there. */
  readonly slack: boolean
  /** Listens to Discord and posts there. */
  readonly discord: boolean
  /** Draws the demo's chat on this terminal and plays its story. */
  readonly terminal: boolean
  /** Brings approved requests to the chain, ends time-boxes, expires requests. */
  readonly worker: boolean
  /** Reads the contract's events. */
  readonly follower: boolean
  /** Runs the monitors at their times. */
  readonly jobs: boolean
}
