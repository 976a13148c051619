/** A contract with one thing wrong. */
export type Mutant = {
  /** Tells it from every other of the same source: operator, line, column, and its number there. */
  readonly id: string
  readonly operator: string
  /** The name of the definition that is wrong, such as `archive-record`. */
  readonly definition: string
  /** Twelve hexadecimal digits of the SHA-256 of the definition as it is without the change. */
  readonly digest: string
  /** The line of the definition that the change begins in, counted from 1. */
  readonly row: number
  /** The test file named after the function that is wrong, or that first uses what is; it is asked first. */
  readonly file: string | null
  /** Where the change begins, counted from 1. */
  readonly line: number
  readonly column: number
  /** What stood there, and what stands there now. */
  readonly before: string
  readonly after: string
  /** The whole wrong contract. */
  readonly source: string
}
