import type { Alert } from '../../src/model/Alert.ts'

/** An alert that fires, for tests. */
export function sampleAlert(overrides: Partial<Alert> = {}): Alert {
  const at = new Date(Date.UTC(2026, 0, 1, 9))
  return {
    id: 'a3x9q1mz7t',
    rule: 'unsanctioned-grant',
    cause: 'ST2',
    severity: 'critical',
    status: 'firing',
    startedAt: at,
    firedAt: at,
    acknowledgedAt: null,
    acknowledgedBy: null,
    resolvedAt: null,
    silencedUntil: null,
    silenceReason: null,
    inhibitedBy: null,
    toldAt: at,
    toldSeverity: 'critical',
    dueAt: null,
    movedAt: at,
    ...overrides,
  }
}
