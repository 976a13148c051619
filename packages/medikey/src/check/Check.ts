/** One thing that was looked at, and what to do where it is not as it should be. */
export type Check = {
  /** What was looked at, in a word or two. */
  readonly name: string
  readonly ok: boolean
  /** What was found, as a sentence; where it is not ok, also what to do. */
  readonly detail: string
}
