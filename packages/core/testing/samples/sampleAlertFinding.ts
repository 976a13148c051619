import type { AlertFinding } from '../../src/model/Alert.ts'
import { sampleFinding } from './sampleFinding.ts'

/** A finding under an alert, for tests. */
export function sampleAlertFinding(overrides: Partial<AlertFinding> = {}): AlertFinding {
  const finding = sampleFinding(overrides)
  return {
    ...finding,
    alertId: 'a3x9q1mz7t',
    foundAt: finding.at,
    stage: 'told',
    raisesAt: finding.at,
    endedAt: null,
    ...overrides,
  }
}
