import type { Finding } from './Finding.ts'
import type { RuleName } from './RuleName.ts'

/** `critical`: somebody has to look now. `warning`: work is affected. `info`: good to know, nothing to do. */
export type Severity = 'info' | 'warning' | 'critical'

/** A finding as it is kept, under the alert that tells of it. */
export type AlertFinding = Finding & {
  readonly alertId: string
  readonly foundAt: Date
  /** `pending`: it has not held long enough. `raised`: people are to be told of it. `told`: they were. */
  readonly stage: 'pending' | 'raised' | 'told'
  /** When it will have held long enough. */
  readonly raisesAt: Date
  /** Null while it holds. A happening holds until somebody acknowledges it or, being good to know only, it grew quiet. */
  readonly endedAt: Date | null
}

/**
 * `pending`: its condition has not held long enough. `firing`: told, and told again until somebody acknowledges it.
 * `resolved`: over; the next finding of the rule and cause begins a new alert.
 */
export type AlertStatus = 'pending' | 'firing' | 'acknowledged' | 'resolved'

/** What people are told of findings with one rule and cause. */
export type Alert = {
  readonly id: string
  readonly rule: RuleName
  readonly cause: string
  /** The highest of its findings that hold; once resolved, of those that held last. */
  readonly severity: Severity
  readonly status: AlertStatus
  /** When the first finding became true. */
  readonly startedAt: Date
  /** Null while pending. */
  readonly firedAt: Date | null
  readonly acknowledgedAt: Date | null
  /** The principal who did; null also where it was the operator on the machine. */
  readonly acknowledgedBy: string | null
  readonly resolvedAt: Date | null
  readonly silencedUntil: Date | null
  readonly silenceReason: string | null
  /** The rule of the alert that it waits for; what is inhibited is not told. */
  readonly inhibitedBy: RuleName | null
  /**
   * When people were last told of it without having done something themselves; null when they never were. What only
   * joined does not count, except where all of it is good to know only.
   */
  readonly toldAt: Date | null
  /** The highest severity that they know of. */
  readonly toldSeverity: Severity | null
  /** When its life goes on by itself; null where only a report or a person moves it. */
  readonly dueAt: Date | null
  /** The clock when it last moved: where that lies ahead of the clock, the clock was set back. */
  readonly movedAt: Date
}
