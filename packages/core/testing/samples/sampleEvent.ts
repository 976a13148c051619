import type { EventProjection } from '../../src/model/Projection.ts'

/** An event of a grant on record 7, for tests. */
export function sampleEvent(overrides: Partial<EventProjection> = {}): EventProjection {
  return {
    txid: `0x${'c'.repeat(64)}`,
    eventIndex: 0,
    blockHeight: 10,
    blockHash: `0x${'d'.repeat(64)}`,
    blockTime: new Date('2026-01-01T09:00:00.000Z'),
    value: {
      event: 'medical-access-granted',
      recordId: 7n,
      physician: 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5',
      medicalStaff: 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG',
      accessLimit: 100n,
    },
    rawHex: '0x0c',
    ...overrides,
  }
}
