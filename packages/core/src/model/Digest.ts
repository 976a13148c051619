import type { Severity } from './Alert.ts'

export type DigestPeriod = 'daily' | 'weekly'

/** What became of requests in a time. */
export type RequestCounts = {
  readonly asked: number
  readonly approved: number
  readonly denied: number
  readonly cancelled: number
  readonly expired: number
}

/**
 * What a period held, beside the period before it. Volumes are decimal text, so that it survives JSON unchanged. Nothing
 * in it names a patient: records by number only.
 */
export type DigestFigures = {
  /**
   * Up to when the chain was read, null while its history was being read; only where that was not to the period's end,
   * so that something may be missing.
   */
  readonly readUntil?: string | null
  /** The hours of a day or the days of a week, oldest first. */
  readonly spans: readonly { readonly label: string; readonly volume: string; readonly before: string }[]
  readonly draws: {
    readonly count: number
    readonly volume: string
    readonly people: number
    readonly before: string
  }
  /** Who drew most, the most first; what each drew in each span. */
  readonly people: readonly {
    readonly principal: string
    readonly count: number
    readonly volume: string
    readonly before: string
    readonly spans: readonly string[]
  }[]
  /** All who are not named, together. */
  readonly others: {
    readonly people: number
    readonly count: number
    readonly volume: string
    readonly spans: readonly string[]
  } | null
  /** Records that were drawn from, the fullest first, as they stood when the figures were gathered. */
  readonly records: readonly {
    readonly recordId: string
    readonly accessedVolume: string
    readonly dataVolume: string
    readonly drawn: string
  }[]
  readonly requests: RequestCounts & { readonly before: RequestCounts }
  /** Requests that wait for somebody when the figures were gathered. */
  readonly waiting: { readonly count: number; readonly oldestAt: string | null }
  /** Alerts that began, by rule, the most severe first. */
  readonly alerts: readonly {
    readonly rule: string
    readonly severity: Severity
    readonly count: number
    readonly before: number
  }[]
  /** Calls that the contract refused, by the number of its error, the most first; null where the VM aborted. */
  readonly failedCalls: readonly { readonly code: string | null; readonly count: number }[]
  readonly failedCallsBefore: number
}

/** A summary of a period. Its figures are kept, so that every platform and every try tells the same. */
export type Digest = {
  /** `daily-2026-11-25`, `weekly-2026-W48`: there is one of each. */
  readonly id: string
  readonly period: DigestPeriod
  /** The period in words: `Wednesday 25 November 2026`. */
  readonly name: string
  readonly from: Date
  /** Its first instant that no longer belongs to it. */
  readonly to: Date
  readonly timeZone: string
  readonly figures: DigestFigures
}
