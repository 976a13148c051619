import type { Severity } from './Alert.ts'
import type { RuleName } from './RuleName.ts'

/**
 * What a monitor found. A `happening` is told once and stays true; a `condition` holds until the monitor says that it
 * ended. The same one always has the same fingerprint.
 */
export type Finding = {
  readonly rule: RuleName
  readonly severity: Severity
  readonly kind: 'happening' | 'condition'
  readonly fingerprint: string
  /** Findings of one rule and one cause are one alert, such as the records that one physician archived. */
  readonly cause: string
  /** What it is about, in a few words: `record 7`. */
  readonly subject: string
  /** What happened and what to do, as one or two sentences. Never patient data. */
  readonly summary: string
  readonly recordId: bigint | null
  readonly txid: string | null
  /** When it became true, and as severe as it is: a block's time, or the clock's. */
  readonly at: Date
}
