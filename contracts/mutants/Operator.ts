import type { SourceNode } from './source/SourceNode.ts'

/** Text to stand in the place of a part of the source. */
export type Edit = { readonly start: number; readonly end: number; readonly text: string }

/** One way of making a contract wrong. */
export type Operator = {
  readonly name: string
  /** What it does to the contract, for the one who reads the table. */
  readonly about: string
  /**
   * The wrong versions of one expression; none where the operator does not apply.
   *
   * @param contract every definition of the contract that the expression is part of
   */
  readonly mutate: (node: SourceNode, contract: readonly SourceNode[]) => readonly Edit[]
}
