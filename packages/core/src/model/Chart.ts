/** A row of a chart: one value for each label. */
export type ChartSeries = {
  readonly name: string
  readonly values: readonly bigint[]
  /** `rest`: what is in no row of its own. `before`: the same of the period before, to compare with. */
  readonly kind: 'own' | 'rest' | 'before'
}

/**
 * A picture as data; whoever draws it decides how it looks. `columns` stand on a line of time, on top of each other;
 * `bars` lie below each other, each with its text.
 */
export type Chart = {
  /** A file's name, without an ending. */
  readonly name: string
  readonly kind: 'columns' | 'bars'
  readonly title: string
  /** What the values are, in a few words. */
  readonly subtitle: string
  readonly labels: readonly string[]
  readonly series: readonly ChartSeries[]
  /** What stands at the end of each bar; empty for columns. */
  readonly texts: readonly string[]
  /** The value that would fill a bar; null: the greatest one. */
  readonly most: bigint | null
  /** Says the figures to whoever does not see the picture; at most 1000 characters. */
  readonly alt: string
}
