/** What was done to a clock; together with the machine's time it says what it tells. */
export type ClockSetting = {
  /** Seconds ahead of the machine's clock. */
  readonly offset: number
  /** Unix seconds at which it stands still; null while it runs. */
  readonly frozenAt: number | null
}

/** The chain's time: the machine's, moved by an offset or stopped, as a script wants it. */
export type Clock = {
  /** Unix seconds. */
  readonly now: () => number
  readonly offset: () => number
  readonly isFrozen: () => boolean
  readonly set: (setting: ClockSetting) => void
}
