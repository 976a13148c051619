/** One thing that was looked at, and what to do where it is not as it should be. */
export type Check = {
  /** What was looked at, in a word or two. */
  readonly name: string
  readonly ok: boolean
  /** Set where it is no problem and yet says nothing good: there is nothing to look at, or it cannot be seen from here. */
  readonly isNeutral?: true
  /** What was found, as a sentence; where it is not ok, also what to do. */
  readonly detail: string
}
