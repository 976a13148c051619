import { describe, expect, test } from 'vitest'
import { findPeriod } from './findPeriod.ts'

const daily = (at: string, timeZone: string) => findPeriod({ period: 'daily', at: new Date(at), timeZone })
const weekly = (at: string, timeZone: string) => findPeriod({ period: 'weekly', at: new Date(at), timeZone })
const HOUR_MS = 3_600_000

describe('a day', () => {
  test('is the last one that is over in its time zone', async () => {
    const period = await daily('2026-11-26T06:00:00Z', 'Europe/Berlin')
    expect(period).toMatchObject({
      id: 'daily-2026-11-25',
      name: 'Wednesday 25 November 2026',
      from: new Date('2026-11-24T23:00:00Z'),
      to: new Date('2026-11-25T23:00:00Z'),
      before: { from: new Date('2026-11-23T23:00:00Z'), to: new Date('2026-11-24T23:00:00Z') },
    })
    expect(period.spans).toHaveLength(24)
  })

  test.each([
    ['2026-11-26T10:00:00Z', 'Pacific/Kiritimati', 'daily-2026-11-26'],
    ['2026-11-26T10:00:00Z', 'UTC', 'daily-2026-11-25'],
    ['2026-11-26T07:59:00Z', 'America/Los_Angeles', 'daily-2026-11-24'],
    ['2027-01-01T00:00:00Z', 'UTC', 'daily-2026-12-31'],
    ['2028-03-01T12:00:00Z', 'UTC', 'daily-2028-02-29'],
  ])('at %s in %s is %s', async (at, timeZone, id) => {
    expect((await daily(at, timeZone)).id).toBe(id)
  })

  test('whose clocks go forward has 23 hours', async () => {
    const { from, to, spans } = await daily('2026-03-30T05:00:00Z', 'Europe/Berlin')
    expect(to.getTime() - from.getTime()).toBe(23 * HOUR_MS)
    expect(spans.map(({ label }) => label).slice(0, 4)).toEqual(['00', '01', '03', '04'])
  })

  test('whose clocks go back has 25 hours, one of them twice', async () => {
    const { from, to, spans } = await daily('2026-10-26T06:00:00Z', 'Europe/Berlin')
    expect(to.getTime() - from.getTime()).toBe(25 * HOUR_MS)
    expect(spans.map(({ label }) => label).slice(0, 5)).toEqual(['00', '01', '02', '02', '03'])
  })

  test('compares an hour with the same one of the day before, also where it is missing', async () => {
    const { findSpanBefore, spans } = await daily('2026-03-30T05:00:00Z', 'Europe/Berlin')
    // 02:30 and 03:30 of a day that has them; the day itself has no 02.
    expect(spans[findSpanBefore(new Date('2026-03-28T01:30:00Z'))]?.label).toBe('01')
    expect(spans[findSpanBefore(new Date('2026-03-28T02:30:00Z'))]?.label).toBe('03')
  })

  test('may begin at another time than midnight, where midnight was skipped', async () => {
    const { from, spans } = await daily('2018-11-05T12:00:00Z', 'America/Sao_Paulo')
    expect(from).toEqual(new Date('2018-11-04T03:00:00Z'))
    expect(spans).toHaveLength(23)
  })
})

describe('a week', () => {
  test('is the last one of ISO 8601 that is over', async () => {
    const period = await weekly('2026-11-23T07:00:00Z', 'UTC')
    expect(period).toMatchObject({
      id: 'weekly-2026-W47',
      name: '16 to 22 November 2026, week 47',
      from: new Date('2026-11-16T00:00:00Z'),
      to: new Date('2026-11-23T00:00:00Z'),
    })
    expect(period.spans.map(({ label }) => label)).toEqual([
      'Mon 16',
      'Tue 17',
      'Wed 18',
      'Thu 19',
      'Fri 20',
      'Sat 21',
      'Sun 22',
    ])
  })

  test.each([
    ['2027-01-04T07:00:00Z', 'weekly-2026-W53', '28 December to 3 January 2027, week 53'],
    ['2026-01-05T07:00:00Z', 'weekly-2026-W01', '29 December to 4 January 2026, week 1'],
  ])('at %s is %s, which the year’s end does not break', async (at, id, name) => {
    expect(await weekly(at, 'UTC')).toMatchObject({ id, name })
  })

  test('in which the clocks change has seven days all the same', async () => {
    const { from, to, spans } = await weekly('2026-10-26T06:00:00Z', 'Europe/Berlin')
    expect(to.getTime() - from.getTime()).toBe(169 * HOUR_MS)
    expect(spans).toHaveLength(7)
  })
})
