import { expect, test } from 'vitest'
import { findLastTick } from './findLastTick.ts'

const find = (cron: string, timeZone: string, now: string) =>
  findLastTick({ cron, timeZone, now: new Date(now) }).toISOString()

test('the last moment is that of today once it has come, to the millisecond', () => {
  expect(find('0 7 * * *', 'UTC', '2026-01-02T06:59:59.999Z')).toBe('2026-01-01T07:00:00.000Z')
  expect(find('0 7 * * *', 'UTC', '2026-01-02T07:00:00.000Z')).toBe('2026-01-02T07:00:00.000Z')
})

test.each([
  ['* * * * * *', '2026-03-01T00:00:00.500Z', '2026-03-01T00:00:00.000Z'],
  ['0 7 * * 1', '2026-03-01T12:00:00Z', '2026-02-23T07:00:00.000Z'],
  ['0 7 29 2 *', '2027-03-01T12:00:00Z', '2024-02-29T07:00:00.000Z'],
])('the last moment of %s is found however long ago it was', (cron, now, tick) => {
  expect(find(cron, 'UTC', now)).toBe(tick)
})

test.each([
  ['30 2 * * *', 'Europe/Berlin', '2026-03-29T05:00:00Z', '2026-03-29T01:30:00.000Z'],
  ['0 0 * * *', 'America/Santiago', '2026-09-06T12:00:00Z', '2026-09-06T04:00:00.000Z'],
  ['0 0 * * 0', 'America/Santiago', '2026-09-11T12:00:00Z', '2026-09-06T04:00:00.000Z'],
])('%s in %s comes an hour later on the day on which clocks skip it', (cron, timeZone, now, tick) => {
  expect(find(cron, timeZone, now)).toBe(tick)
})
