import type { Finding } from '../../src/model/Alert.ts'

/** A finding of a monitor, for tests. */
export function sampleFinding(overrides: Partial<Finding> = {}): Finding {
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
