import { beforeEach, describe, expect, test } from 'vitest'
import { people } from '../../../testing/index.ts'
import { openWard, type Ward } from '../../../testing/openWard.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

let ward: Ward
beforeEach(() => {
  ward = openWard()
})

describe('a burst', () => {
  beforeEach(() => ward.liveDays(12, 40n))

  test('right after a grant is told once', async () => {
    ward.grant(people.nadia, 300n, 3n)
    for (let index = 0; index < 4; index += 1) {
      ward.clinic.clock.advance(60_000)
      ward.draw(people.nadia, 75n, 3n)
    }
    const bursts = (await ward.look()).filter(({ rule }) => rule === 'grant-burst')
    expect(bursts).toMatchObject([{ severity: 'warning', cause: people.nadia, recordId: 3n }])
    expect(bursts[0]?.summary).toContain(
      'nadia drew 300 of 300 in 4 draws within 4 min of the grant on record 3',
    )
    expect((await ward.look()).filter(({ rule }) => rule === 'grant-burst')).toEqual([])
  })

  test('is found long after, when the grant was replaced or revoked', async () => {
    for (const end of ['replaced', 'revoked']) {
      ward.grant(people.nadia, 300n, 3n)
      ward.clinic.clock.advance(60_000)
      for (let index = 0; index < 4; index += 1) ward.draw(people.nadia, 75n, 3n)
      if (end === 'replaced') ward.grant(people.nadia, 5n, 3n)
      ward.act(people.ben, { functionName: 'revokeMedicalAccess', recordId: 3n, medicalStaff: people.nadia })
      ward.clinic.clock.advance(2 * DAY_MS)
      expect((await ward.look()).filter(({ rule }) => rule === 'grant-burst')).toHaveLength(1)
    }
  })

  test('is none in one draw, hours later, of little, or of a usual amount', async () => {
    const drawFour = (volume: bigint) => {
      for (let index = 0; index < 4; index += 1) ward.draw(people.nadia, volume, 3n)
    }
    const isCalm = async () => !(await ward.look()).some(({ rule }) => rule === 'grant-burst')
    ward.grant(people.nadia, 200n, 3n)
    ward.draw(people.nadia, 200n, 3n)
    expect(await isCalm()).toBe(true)
    ward.grant(people.nadia, 200n, 3n)
    ward.clinic.clock.advance(16 * 60_000)
    drawFour(50n)
    expect(await isCalm()).toBe(true)
    ward.grant(people.nadia, 400n, 3n)
    drawFour(70n)
    expect(await isCalm()).toBe(true)
    ward.grant(people.nadia, 60n, 3n)
    drawFour(15n)
    expect(await isCalm()).toBe(true)
  })

  test('a burst just after midnight is not what is usual itself', async () => {
    ward = openWard({ timeZone: 'Asia/Kolkata' })
    await ward.liveDays(3, 40n)
    // 00:10 in Kolkata, in an hour of the chain that began there at 23:30.
    ward.clinic.clock.advance(9 * HOUR_MS + 40 * 60_000)
    ward.grant(people.nadia, 300n, 3n)
    for (let index = 0; index < 4; index += 1) ward.draw(people.nadia, 75n, 3n)
    expect((await ward.look()).map(({ rule }) => rule)).toContain('grant-burst')
  })
})
