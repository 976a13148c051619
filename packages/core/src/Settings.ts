import type { Network } from '@medikey/contract-client'
import type { AlertSettings } from './alerts/alertsSchema.ts'
import type { DigestSettings } from './digest/digestSchema.ts'
import type { AccessKind } from './model/AccessRequest.ts'
import type { Platform } from './model/Platform.ts'
import type { MonitorsSettings } from './monitors/monitorsSchema.ts'

/** What an administrator decided, as far as core's decisions depend on it. Times in milliseconds. */
export type Settings = {
  readonly network: Network
  readonly contract: string
  readonly approvals: Readonly<
    Record<AccessKind, { readonly approvalExpiresInMs: number; readonly executionExpiresInMs: number }>
  >
  /** Principals that may read the audit of every record, besides its physician and the CMO. */
  readonly auditors: readonly string[]
  /** The platforms that cards and alerts go to, whether or not this process serves them. */
  readonly platforms: readonly Platform[]
  readonly alerts: AlertSettings
  readonly monitors: MonitorsSettings
  readonly digest: DigestSettings
  /** How long to wait between two looks at an unfinished transaction. */
  readonly pollIntervalMs: number
  /** Set where the chain is a local one with public keys: every card says so. */
  readonly demo: boolean
  /** Address of a transaction in an explorer; null where there is none. */
  readonly explorerUrl: (txid: string) => string | null
}
