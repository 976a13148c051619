import type { ChainTransactionStatus } from './ChainTransactionStatus.ts'

/** A mined transaction that names the contract: where it stands, and which function it called. */
export type ContractTransaction = {
  /** `0x` and 64 hex digits. */
  readonly txid: string
  readonly status: ChainTransactionStatus
  readonly sender: string
  readonly block: {
    readonly height: number
    readonly hash: string
    readonly time: Date
    readonly txIndex: number
  }
  /** The Clarity name of the contract's function that it called; null when it called none, as a deployment. */
  readonly functionName: string | null
}

/**
 * A page of the contract's transactions, newest first. Every cursor is inclusive: the page it names starts with it, or
 * with the next older one when a reorg took it.
 */
export type ContractTransactionPage = {
  readonly transactions: ContractTransaction[]
  /** This page; null when it is empty. */
  readonly cursor: string | null
  /** The next page towards the beginning; null on the last one. */
  readonly olderCursor: string | null
  /** The next page towards the tip; null on the newest one. */
  readonly newerCursor: string | null
}

/** What a call of the contract asked and was refused with. */
export type RefusedCall = {
  /** The record that it was about; null where the function takes none. */
  readonly recordId: bigint | null
  /** The number of the contract's error; null where it is none of a number. */
  readonly code: bigint | null
}
