import { beforeEach, describe, expect, test } from 'vitest'
import { people } from '../../../testing/index.ts'
import { openWard, type Ward } from '../../../testing/openWard.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

let ward: Ward
beforeEach(() => {
  ward = openWard()
})

describe('draws of a day', () => {
  test('far above what is usual are told once, in people’s words, as of when they were too much', async () => {
    await ward.liveDays(12, 40n)
    ward.draw(people.nadia, 50n, 5n)
    expect(await ward.look()).toEqual([])
    ward.clinic.clock.advance(HOUR_MS)
    ward.draw(people.nadia, 430n, 5n)
    const at = ward.clinic.clock.now()
    ward.clinic.clock.advance(HOUR_MS)
    ward.draw(people.nadia, 20n, 5n)
    const [finding, ...others] = await ward.look()
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      rule: 'draw-rate',
      severity: 'warning',
      kind: 'happening',
      cause: people.nadia,
      fingerprint: `draw-rate:${people.nadia}:2026-01-14`,
      at,
    })
    expect(finding?.summary).toContain('nadia drew 500 on 2026-01-14 (usually 40–55 a day)')
    ward.draw(people.nadia, 500n, 5n)
    expect(await ward.look()).toEqual([])
  })

  test('say nothing before there is a history', async () => {
    await ward.liveDays(2, 40n)
    ward.draw(people.nadia, 5_000n, 5n)
    expect(await ward.look()).toEqual([])
  })

  test('in a quiet ward are told of by a history of a few single draws, and not for being twice as much', async () => {
    ward.act(people.alice, {
      functionName: 'createMedicalRecord',
      recordCategory: 'x',
      dataVolume: 1_000_000n,
    })
    ward.grant(people.nadia, 1_000_000n, 5n)
    for (const volume of [20n, 35n, 18n, 44n]) {
      ward.clinic.clock.advance(2 * DAY_MS)
      ward.draw(people.nadia, volume, 5n)
    }
    ward.clinic.clock.advance(2 * DAY_MS)
    for (let index = 0; index < 3; index += 1) ward.draw(people.nadia, 30n, 5n)
    expect(await ward.look()).toEqual([])
    ward.clinic.clock.advance(2 * DAY_MS)
    for (let index = 0; index < 10; index += 1) ward.draw(people.nadia, 60n, 5n)
    expect(await ward.look()).toMatchObject([{ rule: 'draw-rate', cause: people.nadia }])
  })

  test('are told by what they add up to, however large the numbers', async () => {
    const all = 2n ** 127n
    ward.act(people.alice, { functionName: 'createMedicalRecord', recordCategory: 'x', dataVolume: all })
    for (let day = 0; day < 5; day += 1) {
      ward.draw(people.alice, all / 1_000n, 5n)
      ward.draw(people.alice, all / 1_000n, 5n)
      ward.clinic.clock.advance(DAY_MS)
    }
    expect(await ward.look()).toEqual([])
    ward.draw(people.alice, all - all / 90n, 5n)
    expect((await ward.look()).map(({ rule }) => rule)).toEqual(['record-drawn', 'draw-rate'])
  })
})
