import type { MedvaultEvent } from '@medikey/contract-client'
import type { DrawHour } from './Draws.ts'

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

/** How far the follower has read, and the newest block that something was read from. */
export type Checkpoint = {
  readonly blockHeight: number
  readonly blockHash: string
  /** The newest event, and the page that begins with it where that is known; null before the first. */
  readonly event: {
    readonly txid: string
    readonly eventIndex: number
    readonly cursor: string | null
  } | null
  /** The block up to which the contract's transactions were read, and a page with it; null before the first. */
  readonly calls: { readonly height: number; readonly cursor: string | null } | null
}

/** What events change in the projection: each record, pair and hour once, with what is left in the end. */
export type ProjectionChanges = {
  readonly created: readonly RecordProjection[]
  readonly volumes: readonly Pick<RecordProjection, 'recordId' | 'accessedVolume'>[]
  readonly archived: readonly bigint[]
  readonly granted: readonly PrivilegeProjection[]
  readonly usages: readonly Pick<PrivilegeProjection, 'recordId' | 'medicalStaff' | 'usage'>[]
  readonly revoked: readonly Pick<PrivilegeProjection, 'recordId' | 'medicalStaff'>[]
  /** What is to be added. */
  readonly draws: readonly DrawHour[]
}
