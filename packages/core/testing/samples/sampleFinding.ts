import type { LegacyFinding } from '../../src/model/LegacyAlert.ts'

/** A finding of a monitor, for tests. */
export function sampleFinding(overrides: Partial<LegacyFinding> = {}): LegacyFinding {
  return {
    rule: 'unsanctioned-change',
    severity: 'critical',
    fingerprint: 'unsanctioned-change:0xabc:0',
    subject: 'record 7',
    summary: 'A grant that nobody approved. Ask the physician.',
    recordId: 7n,
    txid: `0x${'b'.repeat(64)}`,
    ...overrides,
  }
}
