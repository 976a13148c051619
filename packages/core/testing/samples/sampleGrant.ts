import type { Grant } from '../../src/model/Grant.ts'

/** An active grant without an end, for tests; its request has to exist. */
export function sampleGrant(overrides: Partial<Grant> & Pick<Grant, 'requestId'>): Grant {
  return {
    recordId: 7n,
    medicalStaff: 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG',
    physician: 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5',
    accessLimit: 100n,
    txid: `0x${'a'.repeat(64)}`,
    status: 'active',
    startsAt: new Date('2026-01-01T09:00:00.000Z'),
    endsAt: null,
    endRequestId: null,
    ...overrides,
  }
}
