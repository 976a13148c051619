import type { Severity } from './Alert.ts'

/** What a monitor found. The same condition always has the same fingerprint. */
export type LegacyFinding = {
  readonly rule: string
  readonly severity: Severity
  readonly fingerprint: string
  /** What it is about, in a few words: `record 7`. */
  readonly subject: string
  /** What happened and what to do, as one or two sentences. */
  readonly summary: string
  readonly recordId: bigint | null
  readonly txid: string | null
}

/** A finding that was told to people, once for its fingerprint. */
export type LegacyAlert = LegacyFinding & {
  readonly id: string
  readonly status: 'firing' | 'acknowledged' | 'resolved'
  readonly raisedAt: Date
}
