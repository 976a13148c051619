/** What somebody drew in one hour of the chain's time (UTC). */
export type DrawHour = {
  readonly principal: string
  /** The hour's beginning. */
  readonly hour: Date
  /** Whether these are draws of a physician from records of their own, which no grant allows and none limits. */
  readonly asPhysician: boolean
  readonly draws: number
  /** The sum of what was drawn; may exceed what one number of the chain holds. */
  readonly volume: bigint
}

/** What somebody drew in one day of the chain's time (UTC). */
export type DrawDay = Omit<DrawHour, 'hour'> & {
  /** The day's beginning. */
  readonly day: Date
}
