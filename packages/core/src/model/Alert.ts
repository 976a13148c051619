/** `critical`: somebody has to look now. `warning`: work is affected. `info`: good to know, nothing to do. */
export type Severity = 'info' | 'warning' | 'critical'

/** What a monitor found. The same condition always has the same fingerprint. */
export type Finding = {
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
export type Alert = Finding & {
  readonly id: string
  readonly status: 'firing' | 'acknowledged' | 'resolved'
  readonly raisedAt: Date
}
