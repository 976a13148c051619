import type { ExecutionCost } from '../vm/ExecutionCost.ts'

/** A Stacks block of the local chain. It carries one transaction or, at the start of a tenure or by hand, none. */
export type Block = {
  readonly height: number
  readonly hash: string
  readonly indexHash: string
  readonly parentHash: string
  readonly parentIndexHash: string
  /** Unix seconds, never before the parent's. */
  readonly time: number
  readonly tenureHeight: number
  readonly burn: { readonly height: number; readonly hash: string; readonly time: number }
  readonly txid: string | null
  readonly cost: ExecutionCost
}
