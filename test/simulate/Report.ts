/** How an incident was found. */
export type Finding = {
  readonly incident: string
  readonly plantedAt: string
  /** The rule that found it; null: it was not found. */
  readonly rule: string | null
  readonly afterMinutes: number | null
}

/** An alert that tells of nothing that was planted. */
export type Unplanted = {
  readonly rule: string
  readonly severity: string
  readonly firedAt: string
  readonly findings: number
  readonly summary: string
}

/** What came out of a simulated month. */
export type Report = {
  readonly seed: number
  readonly days: number
  readonly transactions: number
  readonly events: number
  readonly found: readonly Finding[]
  /** Of severity warning or critical, and planted by nobody. */
  readonly falseAlerts: readonly Unplanted[]
  readonly falseAWeek: number
  /** Notices (severity info) that tell of ordinary facts, by rule. */
  readonly notices: readonly Unplanted[]
  /** Alerts that follow from what was planted. */
  readonly consequences: number
  /** Posts of one alert and step that reached the chat twice; records that the projection has otherwise than the chain. */
  readonly told: { readonly posts: number; readonly twice: number }
  readonly differences: number
  readonly seconds: number
}
