import type { ContractEvent } from './ContractEvent.ts'

/**
 * A page of the contract's events, newest first. Every cursor is inclusive: the page it names starts with it.
 * The exception is a cursor whose event a reorg took: the page starts with the next older event, which its own
 * `cursor` tells.
 */
export type ContractEventPage = {
  readonly events: ContractEvent[]
  /** This page; null when it is empty. */
  readonly cursor: string | null
  /** The next page towards the contract's beginning; null on the last one. */
  readonly olderCursor: string | null
  /** The next page towards the tip; null on the newest one. */
  readonly newerCursor: string | null
}
