import { IANAZone } from 'luxon'
import { beforeEach, describe, expect, test } from 'vitest'
import { people } from '../../../testing/index.ts'
import { openWard, type Ward } from '../../../testing/openWard.ts'
import { accessVolumeSchema } from './accessVolumeSchema.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
const SETTINGS = accessVolumeSchema.parse(undefined)

let ward: Ward
beforeEach(() => {
  ward = openWard()
})

describe('draws at night', () => {
  const night = (hours: number) => ward.clinic.clock.advance((15 + hours) * HOUR_MS)

  test('of somebody who works by day are told once a night', async () => {
    await ward.liveDays(12, 40n)
    night(2)
    ward.draw(people.nadia, 5n, 5n)
    expect(await ward.look()).toEqual([])
    ward.draw(people.nadia, 5n, 5n)
    const [finding] = await ward.look()
    expect(finding).toMatchObject({
      rule: 'off-hours-draw',
      cause: people.nadia,
      fingerprint: `off-hours-draw:${people.nadia}:2026-01-14`,
    })
    expect(finding?.summary).toContain('nadia drew 2 times outside the hours 06:00–22:00')
    expect(finding?.summary).toContain('0 of their last 12 shifts')
    ward.clinic.clock.advance(2 * HOUR_MS)
    ward.draw(people.nadia, 5n, 5n)
    expect(await ward.look()).toEqual([])
  })

  test('of somebody who works by night, or only stayed late, are ordinary', async () => {
    await ward.liveDays(12, 40n, 23)
    night(2)
    ward.draw(people.nadia, 5n, 5n)
    ward.draw(people.nadia, 5n, 5n)
    expect(await ward.look()).toEqual([])
  })

  test('two hours after a usual shift are a long shift', async () => {
    await ward.liveDays(12, 40n, 21)
    ward.clinic.clock.advance(14 * HOUR_MS)
    ward.draw(people.nadia, 5n, 5n)
    ward.draw(people.nadia, 5n, 5n)
    expect(await ward.look()).toEqual([])
  })

  test('are at night where the clinic is', async () => {
    ward = openWard({ timeZone: 'America/New_York' })
    await ward.liveDays(12, 40n, 15)
    ward.clinic.clock.advance(-2 * HOUR_MS)
    ward.draw(people.nadia, 5n, 5n)
    ward.draw(people.nadia, 5n, 5n)
    expect(await ward.look()).toMatchObject([
      { rule: 'off-hours-draw', summary: expect.stringContaining('first at 02:00') },
    ])
  })
})

describe('where clocks are half an hour off the chain’s', () => {
  /** Works by day in a zone, then draws four times at an hour of its clock. */
  const drawAt = async (timeZone: string, clock: string, settings = SETTINGS) => {
    ward = openWard({ settings, timeZone })
    // In the middle of the day of both zones.
    await ward.liveDays(12, 40n, 5)
    const { zone, day } = { zone: IANAZone.create(timeZone), day: ward.clinic.clock.now() }
    const [hour = 0, minute = 0] = clock.split(':').map(Number)
    const local = Math.floor(day.getTime() / DAY_MS) * DAY_MS + hour * HOUR_MS + minute * 60_000
    ward.clinic.clock.set(new Date(local + DAY_MS - zone.offset(day.getTime()) * 60_000))
    for (let index = 0; index < 4; index += 1) ward.draw(people.nadia, 5n, 5n)
    return (await ward.look()).filter(({ rule }) => rule === 'off-hours-draw').map(({ summary }) => summary)
  }

  test.each(['Asia/Kolkata', 'Australia/Adelaide'])('a night in %s is told of', async (timeZone) => {
    expect(await drawAt(timeZone, '02:10')).toEqual([expect.stringContaining('drew 4 times')])
    expect(await drawAt(timeZone, '02:10')).toEqual([expect.stringContaining('first at 02:10')])
  })

  test.each(['Asia/Kolkata', 'Australia/Adelaide'])(
    'an hour that is partly within the hours in %s is not',
    async (timeZone) => {
      expect(await drawAt(timeZone, '22:20')).toEqual([])
      expect(await drawAt(timeZone, '22:40')).toHaveLength(1)
      expect(await drawAt(timeZone, '05:40')).toEqual([])
      expect(await drawAt(timeZone, '06:10')).toEqual([])
    },
  )

  test('an hour around the opening is told of on a day on which nobody works', async () => {
    // The draws are on a Thursday.
    const settings = accessVolumeSchema.parse({
      offHours: { days: ['mon', 'tue', 'wed', 'fri', 'sat', 'sun'] },
    })
    expect(await drawAt('Asia/Kolkata', '05:40', settings)).toHaveLength(1)
    expect(await drawAt('Asia/Kolkata', '06:10', settings)).toHaveLength(1)
  })
})
