import type { Finding } from '../../src/model/Finding.ts'

/** A record that is nearly drawn: lasts until the monitor says that it ended. */
export const drawnFinding: Partial<Finding> = {
  rule: 'record-drawn',
  severity: 'warning',
  kind: 'condition',
  fingerprint: 'record-drawn:2',
  cause: 'alice',
  subject: 'record 2',
  summary: 'Record 2 is 95 % drawn. Create a larger one before it is full.',
  recordId: 2n,
}
