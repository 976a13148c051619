/** One number that was measured, beside what it is to be compared with. */
export type Figure = {
  readonly name: string
  readonly value: number
  readonly unit: 'ms'
  /** What `referenceValue` is, measured in the same run. */
  readonly reference: string
  readonly referenceValue: number
  /** `value` by `referenceValue`. */
  readonly ratio: number
  /** What the product promises, in words. */
  readonly aim: string
  readonly met: boolean
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
