/** An expression of a Clarity source with the place where it stands. */
export type SourceNode = {
  /** Offsets into the source: `source.slice(start, end)` is `text`. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** A list's parts, its operator first; none for a name or a literal. A tuple's operator is `tuple` however it is spelt. */
  readonly children: readonly SourceNode[]
  readonly parent: SourceNode | null
}
