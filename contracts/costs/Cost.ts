/** What a call takes of the five things that Stacks counts, under the names that a node gives them. */
export type Cost = {
  readonly runtime: number
  readonly read_count: number
  /** In bytes, as is what is written. */
  readonly read_length: number
  readonly write_count: number
  readonly write_length: number
}
