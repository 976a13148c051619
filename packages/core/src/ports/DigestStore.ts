import type { Severity } from '../model/Alert.ts'
import type { Digest, RequestCounts } from '../model/Digest.ts'
import type { DrawHour } from '../model/Draws.ts'

/** From the first instant up to the second one, which is not in it. */
export type TimeRange = { readonly from: Date; readonly to: Date }

/** A record that was drawn from in a time, as it stands now. */
export type DrawnRecord = {
  readonly recordId: bigint
  readonly accessedVolume: bigint
  readonly dataVolume: bigint
  /** What was drawn in that time. */
  readonly drawn: bigint
}

/** Reads of digests, and of what they tell. Each costs what the time range holds. */
export type DigestReader = {
  getDigest(id: string): Promise<Digest | null>
  /** What each person drew in each of the hours (UTC) that begin in the range; oldest first. */
  listDrawHours(range: TimeRange): Promise<DrawHour[]>
  /** The fullest first: those of which the greatest part of the volume was drawn. */
  listDrawnRecords(range: TimeRange & { readonly limit: number }): Promise<DrawnRecord[]>
  /** Requests that were asked, decided or taken back, or whose time ended, in the range. */
  countRequests(range: TimeRange): Promise<RequestCounts>
  /** Requests that wait for a consent or a decision. */
  countWaitingRequests(): Promise<{ readonly count: number; readonly oldestAt: Date | null }>
  /** Alerts that fired in the range, by rule, with the highest severity of each. */
  countAlerts(
    range: TimeRange,
  ): Promise<{ readonly rule: string; readonly severity: Severity; readonly count: number }[]>
  /** Calls that the contract refused, by the number of its error. */
  countFailedCalls(range: TimeRange): Promise<{ readonly code: bigint | null; readonly count: number }[]>
}

/** Writes of digests. */
export type DigestWriter = {
  /** False when the digest is there already: somebody else was first. */
  insertDigest(digest: Digest): Promise<boolean>
}
