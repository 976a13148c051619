/** A mutant that no test can find out, because it answers every call as the contract does, with the proof of that. */
export type Equivalent = {
  /** Which mutant: all but the last of these as the run prints them. */
  readonly operator: string
  readonly row: number
  readonly before: string
  readonly after: string
  /** `Mutant.digest`: a proof holds for the definition it was written about, and for no other. */
  readonly digest: string
  readonly proof: string
}
