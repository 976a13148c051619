import type { Finding } from '../../src/model/Finding.ts'

/** A finding of a monitor, for tests. */
export function sampleFinding(overrides: Partial<Finding> = {}): Finding {
  return {
    rule: 'unsanctioned-grant',
    severity: 'critical',
    kind: 'happening',
    fingerprint: 'unsanctioned-grant:0xabc:0',
    cause: 'ST2',
    subject: 'record 7',
    summary: 'A grant that nobody approved. Ask the physician.',
    recordId: 7n,
    txid: `0x${'b'.repeat(64)}`,
    at: new Date(Date.UTC(2026, 0, 1, 9)),
    ...overrides,
  }
}
