import type { Digest } from '../../src/model/Digest.ts'

/** The digest of a day on which nothing happened, for tests. */
export function sampleDigest(overrides: Partial<Digest> = {}): Digest {
  const counts = { asked: 0, approved: 0, denied: 0, cancelled: 0, expired: 0 }
  return {
    id: 'daily-2026-01-01',
    period: 'daily',
    name: 'Thursday 1 January 2026',
    from: new Date('2026-01-01T00:00:00.000Z'),
    to: new Date('2026-01-02T00:00:00.000Z'),
    timeZone: 'UTC',
    figures: {
      spans: Array.from({ length: 24 }, (_, hour) => ({
        label: `${hour}`.padStart(2, '0'),
        volume: '0',
        before: '0',
      })),
      draws: { count: 0, volume: '0', people: 0, before: '0' },
      people: [],
      others: null,
      records: [],
      requests: { ...counts, before: counts },
      waiting: { count: 0, oldestAt: null },
      alerts: [],
      failedCalls: [],
      failedCallsBefore: 0,
    },
    ...overrides,
  }
}
