import type { ContractCall } from '@medikey/contract-client'
import { IANAZone } from 'luxon'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type Clinic, createClinic, people } from '../../../testing/index.ts'
import { type ClinicWatch, watchClinic } from '../../../testing/watchClinic.ts'
import { followOnce } from '../../follower/followOnce.ts'
import type { FailedCall } from '../../model/FailedCall.ts'
import { accessVolumeSchema } from './accessVolumeSchema.ts'
import { findAccessVolume } from './findAccessVolume.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const SETTINGS = accessVolumeSchema.parse(undefined)

let clinic: Clinic
let watch: ClinicWatch
beforeEach(() => {
  clinic = createClinic()
  watch = watchClinic(clinic, { monitor: findAccessVolume, settings: SETTINGS })
})

const act = (sender: string, call: ContractCall) => clinic.ledger.act({ sender, call })
const draw = (sender: string, accessVolume: bigint, recordId = 1n) =>
  act(sender, { functionName: 'accessMedicalData', recordId, accessVolume })
const grant = (medicalStaff: string, accessLimit: bigint, recordId = 1n) =>
  act(recordId === 3n ? people.ben : people.alice, {
    functionName: 'grantMedicalAccess',
    recordId,
    medicalStaff,
    accessLimit,
  })
const look = async () => (await watch.look()).found
const told = async () => (await look()).map(({ severity, subject }) => `${severity}: ${subject}`)

/** Days at work: a large record, and as many draws from it each day. */
async function liveDays(days: number, volume: bigint, hour = 9): Promise<void> {
  const { clock } = clinic
  act(people.alice, { functionName: 'createMedicalRecord', recordCategory: 'x', dataVolume: 1_000_000n })
  grant(people.nadia, 1_000_000n, 5n)
  const start = clock.now().getTime()
  for (let day = 1; day <= days; day += 1) {
    clock.set(new Date(start + day * DAY_MS + (hour - 9) * HOUR_MS))
    for (let index = 0; index < 4; index += 1) draw(people.nadia, volume / 4n + BigInt(day % 5), 5n)
  }
  await look()
  clock.set(new Date(start + (days + 1) * DAY_MS))
}

describe('a record', () => {
  test('is told of when it is nearly and when it is all drawn, until it is archived', async () => {
    draw(people.alice, 799n)
    expect(await told()).toEqual([])
    draw(people.alice, 1n)
    expect(await told()).toEqual(['info: record 1'])
    draw(people.alice, 150n)
    expect(await told()).toEqual([])
    draw(people.alice, 50n)
    const [finding] = await look()
    expect(finding).toMatchObject({ severity: 'warning', cause: people.alice, fingerprint: 'record-drawn:1' })
    expect(finding?.summary).toContain('All 1,000 of record 1 are drawn')
    act(people.alice, { functionName: 'archiveRecord', recordId: 1n })
    await look()
    expect(watch.listHeld()).toEqual([])
  })
})

describe('after a reorg', () => {
  /** Takes the newest blocks back; the other fork is as long and empty. */
  const takeBack = (count: number) => {
    for (let index = 0; index < count; index += 1) clinic.ledger.orphanTip()
    clinic.ledger.advanceTenure(count)
  }

  test('what rested on the draws that it took holds as far as the others carry it', async () => {
    grant(people.nadia, 100n)
    draw(people.nadia, 80n)
    draw(people.alice, 720n)
    await look()
    draw(people.alice, 200n)
    expect(await told()).toEqual(['warning: record 1'])
    takeBack(1)
    // Not by a draw that is no more.
    expect(await look()).toMatchObject([{ severity: 'info', subject: 'record 1', txid: null }])
    expect(watch.listHeld().toSorted()).toEqual([`grant-used:1:${people.nadia}`, 'record-drawn:1'])
    // The empty block among them.
    takeBack(3)
    await look()
    expect(watch.listHeld()).toEqual([])
  })

  test('what an event ended that it took is true again', async () => {
    const revoke = () =>
      act(people.alice, { functionName: 'revokeMedicalAccess', recordId: 1n, medicalStaff: people.nadia })
    grant(people.nadia, 100n)
    draw(people.nadia, 100n)
    draw(people.alice, 900n)
    await look()
    const held = watch.listHeld().toSorted()
    expect(held).toEqual([`grant-used:1:${people.nadia}`, 'record-drawn:1'])
    revoke()
    act(people.alice, { functionName: 'archiveRecord', recordId: 1n })
    await look()
    expect(watch.listHeld()).toEqual([])
    takeBack(2)
    expect((await told()).toSorted()).toEqual(['info: nadia on record 1', 'warning: record 1'])
    expect(watch.listHeld().toSorted()).toEqual(held)
    expect(await told()).toEqual([])
  })

  test('many conditions are judged anew by as many questions as few', async () => {
    const { store } = clinic.deps
    const count = async (work: () => Promise<unknown>) => {
      const spies = (['getRecord', 'getPrivilege', 'findRecords', 'listPrivilegesOf'] as const).map((name) =>
        vi.spyOn(store, name),
      )
      await work()
      return spies.reduce((sum, spy) => {
        const { length } = spy.mock.calls
        spy.mockRestore()
        return sum + length
      }, 0)
    }
    const staff = [people.nadia, people.tom]
    for (const medicalStaff of staff) grant(medicalStaff, 100n)
    for (const medicalStaff of staff) draw(medicalStaff, 80n)
    for (let recordId = 5n; recordId < 25n; recordId += 1n) {
      act(people.alice, { functionName: 'createMedicalRecord', recordCategory: 'x', dataVolume: 10n })
      draw(people.alice, 10n, recordId)
    }
    await look()
    expect(watch.listHeld()).toHaveLength(22)
    draw(people.alice, 1n)
    await look()
    takeBack(1)
    expect(await count(look)).toBe(3)
    expect(watch.listHeld()).toHaveLength(22)
  })

  test('what it took of other records changes nothing', async () => {
    draw(people.alice, 900n)
    grant(people.tom, 10n, 3n)
    await look()
    takeBack(1)
    expect(await watch.look()).toEqual({ found: [], ended: [] })
    expect(watch.listHeld()).toEqual(['record-drawn:1'])
  })
})

describe('a grant', () => {
  test('is told of when it is nearly and when it is all used, until it is replaced or revoked', async () => {
    grant(people.nadia, 100n)
    draw(people.nadia, 80n)
    const [finding] = await look()
    expect(finding).toMatchObject({ severity: 'info', cause: people.alice, subject: 'nadia on record 1' })
    expect(finding?.summary).toBe('nadia has drawn 80 of the 100 granted on record 1; 20 are left.')
    grant(people.nadia, 100n)
    await look()
    expect(watch.listHeld()).toEqual([])
    draw(people.nadia, 100n)
    await look()
    expect(watch.listHeld()).toEqual([`grant-used:1:${people.nadia}`])
    act(people.alice, { functionName: 'revokeMedicalAccess', recordId: 1n, medicalStaff: people.nadia })
    await look()
    expect(watch.listHeld()).toEqual([])
  })

  test('on a record that is archived is told of no more', async () => {
    grant(people.nadia, 100n)
    draw(people.nadia, 100n)
    await look()
    act(people.alice, { functionName: 'archiveRecord', recordId: 1n })
    await look()
    expect(watch.listHeld()).toEqual([])
  })
})

test('what is archived by now is not told of, though the archive comes with a later look', async () => {
  grant(people.nadia, 1_000n)
  draw(people.nadia, 1_000n)
  act(people.alice, { functionName: 'archiveRecord', recordId: 1n })
  await followOnce(clinic.deps)
  const { store } = clinic.deps
  const all = await store.listChanges({ after: null, limit: 100 })
  const changes = all.filter(({ value }) => value?.event !== 'record-archived')
  expect(changes.length).toBe(all.length - 1)
  const now = clinic.clock.now()
  const earlier = { changes, failedCalls: [], since: null, now }
  const { holds, ended } = await findAccessVolume(clinic.deps, earlier, SETTINGS)
  expect(holds).toEqual([])
  expect(ended).toEqual(expect.arrayContaining(['record-drawn:1', `grant-used:1:${people.nadia}`]))
})

describe('draws of a day', () => {
  test('far above what is usual are told once, in people’s words, as of when they were too much', async () => {
    await liveDays(12, 40n)
    draw(people.nadia, 50n, 5n)
    expect(await look()).toEqual([])
    clinic.clock.advance(HOUR_MS)
    draw(people.nadia, 430n, 5n)
    const at = clinic.clock.now()
    clinic.clock.advance(HOUR_MS)
    draw(people.nadia, 20n, 5n)
    const [finding, ...others] = await look()
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
    draw(people.nadia, 500n, 5n)
    expect(await look()).toEqual([])
  })

  test('say nothing before there is a history', async () => {
    await liveDays(2, 40n)
    draw(people.nadia, 5_000n, 5n)
    expect(await look()).toEqual([])
  })

  test('in a quiet ward are told of by a history of a few single draws, and not for being twice as much', async () => {
    act(people.alice, { functionName: 'createMedicalRecord', recordCategory: 'x', dataVolume: 1_000_000n })
    grant(people.nadia, 1_000_000n, 5n)
    for (const volume of [20n, 35n, 18n, 44n]) {
      clinic.clock.advance(2 * DAY_MS)
      draw(people.nadia, volume, 5n)
    }
    clinic.clock.advance(2 * DAY_MS)
    for (let index = 0; index < 3; index += 1) draw(people.nadia, 30n, 5n)
    expect(await look()).toEqual([])
    clinic.clock.advance(2 * DAY_MS)
    for (let index = 0; index < 10; index += 1) draw(people.nadia, 60n, 5n)
    expect(await look()).toMatchObject([{ rule: 'draw-rate', cause: people.nadia }])
  })

  test('are told by what they add up to, however large the numbers', async () => {
    const all = 2n ** 127n
    act(people.alice, { functionName: 'createMedicalRecord', recordCategory: 'x', dataVolume: all })
    for (let day = 0; day < 5; day += 1) {
      draw(people.alice, all / 1_000n, 5n)
      draw(people.alice, all / 1_000n, 5n)
      clinic.clock.advance(DAY_MS)
    }
    expect(await look()).toEqual([])
    draw(people.alice, all - all / 90n, 5n)
    expect((await look()).map(({ rule }) => rule)).toEqual(['record-drawn', 'draw-rate'])
  })
})

describe('a burst', () => {
  beforeEach(() => liveDays(12, 40n))

  test('right after a grant is told once', async () => {
    grant(people.nadia, 300n, 3n)
    for (let index = 0; index < 4; index += 1) {
      clinic.clock.advance(60_000)
      draw(people.nadia, 75n, 3n)
    }
    const bursts = (await look()).filter(({ rule }) => rule === 'grant-burst')
    expect(bursts).toMatchObject([{ severity: 'warning', cause: people.nadia, recordId: 3n }])
    expect(bursts[0]?.summary).toContain(
      'nadia drew 300 of 300 in 4 draws within 4 min of the grant on record 3',
    )
    expect((await look()).filter(({ rule }) => rule === 'grant-burst')).toEqual([])
  })

  test('is found long after, when the grant was replaced or revoked', async () => {
    for (const end of ['replaced', 'revoked']) {
      grant(people.nadia, 300n, 3n)
      clinic.clock.advance(60_000)
      for (let index = 0; index < 4; index += 1) draw(people.nadia, 75n, 3n)
      if (end === 'replaced') grant(people.nadia, 5n, 3n)
      act(people.ben, { functionName: 'revokeMedicalAccess', recordId: 3n, medicalStaff: people.nadia })
      clinic.clock.advance(2 * DAY_MS)
      expect((await look()).filter(({ rule }) => rule === 'grant-burst')).toHaveLength(1)
    }
  })

  test('is none in one draw, hours later, of little, or of a usual amount', async () => {
    const drawFour = (volume: bigint) => {
      for (let index = 0; index < 4; index += 1) draw(people.nadia, volume, 3n)
    }
    const isCalm = async () => !(await look()).some(({ rule }) => rule === 'grant-burst')
    grant(people.nadia, 200n, 3n)
    draw(people.nadia, 200n, 3n)
    expect(await isCalm()).toBe(true)
    grant(people.nadia, 200n, 3n)
    clinic.clock.advance(16 * 60_000)
    drawFour(50n)
    expect(await isCalm()).toBe(true)
    grant(people.nadia, 400n, 3n)
    drawFour(70n)
    expect(await isCalm()).toBe(true)
    grant(people.nadia, 60n, 3n)
    drawFour(15n)
    expect(await isCalm()).toBe(true)
  })
})

describe('draws at night', () => {
  const night = (hours: number) => clinic.clock.advance((15 + hours) * HOUR_MS)

  test('of somebody who works by day are told once a night', async () => {
    await liveDays(12, 40n)
    night(2)
    draw(people.nadia, 5n, 5n)
    expect(await look()).toEqual([])
    draw(people.nadia, 5n, 5n)
    const [finding] = await look()
    expect(finding).toMatchObject({
      rule: 'off-hours-draw',
      cause: people.nadia,
      fingerprint: `off-hours-draw:${people.nadia}:2026-01-14`,
    })
    expect(finding?.summary).toContain('nadia drew 2 times outside the hours 06:00–22:00')
    expect(finding?.summary).toContain('0 of their last 12 shifts')
    clinic.clock.advance(2 * HOUR_MS)
    draw(people.nadia, 5n, 5n)
    expect(await look()).toEqual([])
  })

  test('of somebody who works by night, or only stayed late, are ordinary', async () => {
    await liveDays(12, 40n, 23)
    night(2)
    draw(people.nadia, 5n, 5n)
    draw(people.nadia, 5n, 5n)
    expect(await look()).toEqual([])
  })

  test('two hours after a usual shift are a long shift', async () => {
    await liveDays(12, 40n, 21)
    clinic.clock.advance(14 * HOUR_MS)
    draw(people.nadia, 5n, 5n)
    draw(people.nadia, 5n, 5n)
    expect(await look()).toEqual([])
  })

  test('are at night where the clinic is', async () => {
    const monitors = { ...clinic.deps.settings.monitors, timeZone: 'America/New_York' }
    clinic = createClinic({ settings: { monitors } })
    watch = watchClinic(clinic, { monitor: findAccessVolume, settings: SETTINGS })
    await liveDays(12, 40n, 15)
    clinic.clock.advance(-2 * HOUR_MS)
    draw(people.nadia, 5n, 5n)
    draw(people.nadia, 5n, 5n)
    expect(await look()).toMatchObject([
      { rule: 'off-hours-draw', summary: expect.stringContaining('first at 02:00') },
    ])
  })
})

describe('where clocks are half an hour off the chain’s', () => {
  /** Works by day in a zone, then draws four times at an hour of its clock. */
  const drawAt = async (timeZone: string, clock: string, settings = SETTINGS) => {
    const monitors = { ...clinic.deps.settings.monitors, timeZone }
    clinic = createClinic({ settings: { monitors } })
    watch = watchClinic(clinic, { monitor: findAccessVolume, settings })
    // In the middle of the day of both zones.
    await liveDays(12, 40n, 5)
    const { zone, day } = { zone: IANAZone.create(timeZone), day: clinic.clock.now() }
    const [hour = 0, minute = 0] = clock.split(':').map(Number)
    const local = Math.floor(day.getTime() / DAY_MS) * DAY_MS + hour * HOUR_MS + minute * 60_000
    clinic.clock.set(new Date(local + DAY_MS - zone.offset(day.getTime()) * 60_000))
    for (let index = 0; index < 4; index += 1) draw(people.nadia, 5n, 5n)
    return (await look()).filter(({ rule }) => rule === 'off-hours-draw').map(({ summary }) => summary)
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

  test('a burst just after midnight is not what is usual itself', async () => {
    const monitors = { ...clinic.deps.settings.monitors, timeZone: 'Asia/Kolkata' }
    clinic = createClinic({ settings: { monitors } })
    watch = watchClinic(clinic, { monitor: findAccessVolume, settings: SETTINGS })
    await liveDays(3, 40n)
    // 00:10 in Kolkata, in an hour of the chain that began there at 23:30.
    clinic.clock.advance(9 * HOUR_MS + 40 * 60_000)
    grant(people.nadia, 300n, 3n)
    for (let index = 0; index < 4; index += 1) draw(people.nadia, 75n, 3n)
    expect((await look()).map(({ rule }) => rule)).toContain('grant-burst')
  })
})

describe('refused calls', () => {
  const refuse = (minute: number, overrides: Partial<FailedCall> = {}): FailedCall => ({
    txid: `0x${minute}`,
    blockHeight: minute,
    blockHash: '0xb',
    blockTime: new Date(Date.UTC(2026, 0, 1, 9, minute)),
    sender: people.tom,
    functionName: 'access-medical-data',
    recordId: 1n,
    code: 105n,
    ...overrides,
  })
  const lookAt = async (failedCalls: FailedCall[]) => {
    await clinic.deps.store.transaction((unit) => unit.insertFailedCalls(failedCalls))
    const now = clinic.clock.now()
    return (await findAccessVolume(clinic.deps, { changes: [], failedCalls, since: now, now }, SETTINGS))
      .holds
  }

  test('are told when there are many within a short time, also when they come one look at a time', async () => {
    const found = []
    for (let minute = 1; minute <= 8; minute += 1) found.push(...(await lookAt([refuse(minute)])))
    expect(found).toMatchObject([
      { rule: 'denied-calls', cause: people.tom, subject: 'tom', txid: '0x5', at: refuse(5).blockTime },
    ])
    expect(found[0]?.summary).toContain('refused 5 calls of tom within 15 minutes')
  })

  test('are ordinary now and then, of many people, and in maintenance', async () => {
    const senders = Object.values(people)
    expect(await lookAt([1, 20, 39, 58].map((minute) => refuse(minute)))).toEqual([])
    expect(await lookAt(senders.map((sender, index) => refuse(index + 3, { sender, txid: sender })))).toEqual(
      [],
    )
    const maintenance = [1, 2, 3, 4, 5, 6].map((minute) =>
      refuse(minute, { code: 106n, txid: `0xm${minute}` }),
    )
    expect(await lookAt(maintenance)).toEqual([])
  })
})

test('the same look gives the same report', async () => {
  await liveDays(12, 40n)
  draw(people.nadia, 900n, 5n)
  await followOnce(clinic.deps)
  const now = clinic.clock.now()
  const changes = await clinic.deps.store.listChanges({ after: null, limit: 1_000 })
  const report = () => findAccessVolume(clinic.deps, { changes, failedCalls: [], since: null, now }, SETTINGS)
  expect(await report()).toEqual(await report())
})

test('bounds that make no sense are refused by name', () => {
  const problems = (settings: unknown) =>
    accessVolumeSchema
      .safeParse(settings)
      .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  expect(problems({ offHours: { from: '06:30' } })).toEqual([
    expect.stringContaining('offHours.from must be a whole hour'),
  ])
  expect(problems({ offHours: { from: '22:00', until: '06:00' } })).toEqual([
    'offHours.until must be later than from',
  ])
  expect(problems({ deniedCalls: { count: 1 } })).toEqual(['deniedCalls.count must be 2 or more'])
  expect(problems({ recordDrawn: [] })).toEqual(['recordDrawn must name at least one level'])
})

test.each([
  [
    'a percent that falls',
    [
      [95, 'info'],
      [80, 'info'],
    ],
  ],
  [
    'a percent twice',
    [
      [80, 'info'],
      [80, 'warning'],
    ],
  ],
  [
    'a severity that falls',
    [
      [80, 'critical'],
      [95, 'info'],
    ],
  ],
])('levels are refused with %s', (_, levels) => {
  const recordDrawn = levels.map(([percent, severity]) => ({ percent, severity }))
  expect(accessVolumeSchema.safeParse({ recordDrawn }).error?.issues).toMatchObject([
    { path: ['recordDrawn'], message: expect.stringMatching(/^must ascend: /) },
  ])
})
