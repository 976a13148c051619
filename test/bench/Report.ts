/** One number that was measured, beside what it is to be compared with, where there is such a thing. */
export type Figure = {
  readonly name: string
  readonly value: number
  /** Such as `ms`, `1/s`, `MB`, or what is counted. */
  readonly unit: string
  /** What `referenceValue` is, measured in the same run; null where nothing compares. */
  readonly reference: string | null
  readonly referenceValue: number | null
  /** `value` by `referenceValue`. */
  readonly ratio: number | null
  /** What the product promises, in words; null where it promises nothing. */
  readonly aim: string | null
  readonly met: boolean | null
}

/** What a benchmark found, with what one must know to judge it. */
export type Report = {
  readonly name: string
  readonly machine: {
    readonly cpu: string
    readonly cores: number
    readonly memoryGb: number
    readonly os: string
    /** How many processes wanted a core in the minute before: above `cores`, somebody else was measured too. */
    readonly load: number
  }
  readonly versions: Readonly<Record<string, string>>
  readonly figures: readonly Figure[]
}
