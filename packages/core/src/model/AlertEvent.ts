import type { Alert, AlertFinding } from './Alert.ts'

/** A step of an alert's life that somebody is told of. */
export type AlertStep =
  | 'fired'
  | 'joined'
  | 'escalated'
  | 'repeated'
  | 'reminded'
  | 'acknowledged'
  | 'silenced'
  | 'unsilenced'
  | 'resolved'

/** Why an alert is over though nothing says that its conditions ended: nobody looks for them any more. */
export type EndReason = 'monitor-switched-off'

/** A date as it survives JSON: ISO 8601. */
type Written<T> = {
  readonly [K in keyof T]: T[K] extends Date | null ? (T[K] extends Date ? string : string | null) : T[K]
}

/**
 * A step of an alert's life, as it was then: kept with the message that tells of it, so that an outage in between changes
 * nothing of what is told. It survives JSON unchanged.
 */
export type AlertEvent = {
  readonly step: AlertStep
  /** Only with `resolved`, and only where it is over for another reason than that its conditions ended. */
  readonly reason?: EndReason
  readonly at: string
  readonly alert: Written<
    Pick<
      Alert,
      | 'id'
      | 'rule'
      | 'cause'
      | 'severity'
      | 'status'
      | 'startedAt'
      | 'firedAt'
      | 'acknowledgedAt'
      | 'acknowledgedBy'
      | 'resolvedAt'
      | 'silencedUntil'
      | 'silenceReason'
    >
  >
  /** How many findings hold; once it is resolved, how many there were. */
  readonly findingCount: number
  /** The newest of them, oldest first; where a chat is told, whose message shows them, only the one that is new or worse. */
  readonly findings: readonly (Written<
    Pick<
      AlertFinding,
      'fingerprint' | 'kind' | 'severity' | 'subject' | 'summary' | 'txid' | 'at' | 'endedAt'
    >
  > & { readonly recordId: string | null })[]
}
