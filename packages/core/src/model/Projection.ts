import type { MedvaultEvent } from '@medikey/contract-client'

/** A record as the contract's events tell it. */
export type RecordProjection = {
  readonly recordId: bigint
  readonly physician: string
  readonly recordCategory: string
  readonly dataVolume: bigint
  readonly accessedVolume: bigint
  readonly createdAtHeight: bigint
  readonly activeRecord: boolean
}

/** A privilege that stands, with what was drawn under it. */
export type PrivilegeProjection = {
  readonly recordId: bigint
  readonly medicalStaff: string
  readonly accessLimit: bigint
  readonly usage: bigint
  /** The transaction that granted it. */
  readonly txid: string
  readonly grantedAt: Date
}

/** One event of the contract and where it stands on chain. `value` is null for an event this version does not know. */
export type EventProjection = {
  readonly txid: string
  readonly eventIndex: number
  readonly blockHeight: number
  readonly blockHash: string
  readonly blockTime: Date
  readonly value: MedvaultEvent | null
  readonly rawHex: string
}

/** How far the follower has read: the newest event that the projection covers, and the block it stood in. */
export type Checkpoint = {
  readonly txid: string
  readonly eventIndex: number
  readonly blockHeight: number
  readonly blockHash: string
}
