import type { Alert, AlertFinding, AlertStatus } from '../model/Alert.ts'
import type { RuleName } from '../model/RuleName.ts'
import type { Silence } from '../model/Silence.ts'

/** Reads of alerts, their findings and silences. */
export type AlertReader = {
  getAlert(id: string): Promise<Alert | null>
  /**
   * Newest first: those that began last.
   *
   * @param options.status of any of these; of any unless told
   */
  listAlerts(options: { readonly status?: readonly AlertStatus[]; readonly limit: number }): Promise<Alert[]>
  /** Firing and acknowledged ones, the most severe first, of one severity the oldest first. */
  listOpenAlerts(options: { readonly limit: number }): Promise<Alert[]>
  countOpenAlerts(): Promise<number>
  /** Firing and acknowledged ones' rules, out of these. */
  listOpenRules(options: { readonly rules: readonly RuleName[] }): Promise<RuleName[]>
  /**
   * Alerts whose time has come, the longest due first: due by `now`; or told of by a clock that is ahead of `now` by
   * more than `toleranceMs`; or inhibited by a rule of which no alert is open any more.
   *
   * @param options.beyond the last one of the page before, as it was then
   */
  listDueAlerts(options: {
    readonly now: Date
    readonly toleranceMs: number
    readonly beyond: Pick<Alert, 'id' | 'dueAt'> | null
    readonly limit: number
  }): Promise<Alert[]>
  /**
   * An alert's findings in the order in which they came.
   *
   * @param options.holding only those that hold
   * @param options.raised only those that held long enough to be told
   * @param options.newest of more than the limit the last ones; the first ones unless told
   */
  listAlertFindings(options: {
    readonly alertId: string
    readonly holding?: boolean
    readonly raised?: boolean
    readonly newest?: boolean
    readonly limit?: number
  }): Promise<AlertFinding[]>
  countAlertFindings(options: {
    readonly alertId: string
    readonly holding?: boolean
    readonly raised?: boolean
  }): Promise<number>
  /** What is kept under these fingerprints and is still true: happenings of any time, and conditions that hold. */
  findFindings(options: { readonly fingerprints: readonly string[] }): Promise<AlertFinding[]>
  getSilence(options: { readonly rule: RuleName; readonly cause: string }): Promise<Silence | null>
  /** Those that end after `now`. */
  listSilences(options: { readonly now: Date }): Promise<Silence[]>
}

/** Writes of alerts, their findings and silences. */
export type AlertWriter = {
  /**
   * The alerts of these rules and causes that are not resolved. Holds each rule and cause until the unit ends, so that
   * no other unit opens or moves its alert meanwhile. Who needs several names them at once, and no more afterwards.
   */
  lockAlerts(of: readonly { readonly rule: RuleName; readonly cause: string }[]): Promise<Alert[]>
  /** Throws when one of the same rule and cause is not resolved. */
  insertAlerts(alerts: readonly Alert[]): Promise<void>
  /** Saves the alert as it is now. */
  updateAlert(alert: Alert): Promise<void>
  /** Saves those that are not there yet: a happening once for ever, a condition once while it holds. Returns them. */
  insertFindings(findings: readonly AlertFinding[]): Promise<AlertFinding[]>
  /** Changes these findings of the alert that hold; all that hold where none are named. */
  updateFindings(options: {
    readonly alertId: string
    readonly fingerprints?: readonly string[]
    readonly patch: Partial<
      Pick<
        AlertFinding,
        'severity' | 'subject' | 'summary' | 'txid' | 'at' | 'stage' | 'raisesAt' | 'endedAt'
      >
    >
  }): Promise<void>
  /** Takes the place of the silence of the same rule and cause. */
  putSilence(silence: Silence): Promise<void>
  deleteSilence(options: { readonly rule: RuleName; readonly cause: string }): Promise<void>
}
