import type { ContractCall } from '@medikey/contract-client'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Clinic, createClinic, people } from '../../../testing/index.ts'
import { type ClinicWatch, watchClinic } from '../../../testing/watchClinic.ts'
import { followOnce } from '../../follower/followOnce.ts'
import { findRecordArchival } from './findRecordArchival.ts'
import { recordArchivalSchema } from './recordArchivalSchema.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

let clinic: Clinic
let watch: ClinicWatch
const watchWith = (settings: unknown) => {
  clinic = createClinic()
  watch = watchClinic(clinic, { monitor: findRecordArchival, settings: recordArchivalSchema.parse(settings) })
}
beforeEach(() => watchWith(undefined))

const look = async () => (await watch.look()).found
const archive = (sender: string, recordId: bigint) =>
  clinic.ledger.act({ sender, call: { functionName: 'archiveRecord', recordId } })
const create = (sender: string) =>
  clinic.ledger.act({
    sender,
    call: { functionName: 'createMedicalRecord', recordCategory: 'x', dataVolume: 10n },
  })

/** Makes records of alice's and archives them, so far apart. */
function archiveMany(count: number, apartMs: number, first: bigint): void {
  for (let index = 0; index < count; index += 1) {
    create(people.alice)
    archive(people.alice, first + BigInt(index))
    clinic.clock.advance(apartMs)
  }
}

test('a record that is archived is a notice, told once', async () => {
  archive(people.ben, 3n)
  const [finding, ...others] = await look()
  expect(others).toEqual([])
  expect(finding).toMatchObject({
    rule: 'record-archived',
    severity: 'info',
    kind: 'happening',
    cause: people.ben,
    recordId: 3n,
  })
  expect(finding?.fingerprint).toBe(`record-archived:${finding?.txid}:0`)
  expect(await look()).toEqual([])
})

describe('many archives of one physician', () => {
  const masses = async () => (await look()).filter(({ rule }) => rule === 'mass-archival')

  test('within a short time are critical, told once, as of the one that made them many', async () => {
    archiveMany(9, MINUTE_MS, 5n)
    expect(await masses()).toEqual([])
    const at = clinic.clock.now()
    archiveMany(6, MINUTE_MS, 14n)
    const found = await masses()
    expect(found).toMatchObject([{ severity: 'critical', cause: people.alice, at }])
    expect(found[0]?.summary).toContain('alice archived 10 records within 1 hour')
    archiveMany(5, MINUTE_MS, 20n)
    expect(await masses()).toEqual([])
  })

  test('are found also after an outage', async () => {
    archiveMany(15, MINUTE_MS, 5n)
    clinic.clock.advance(2 * DAY_MS)
    expect(await masses()).toHaveLength(1)
  })

  test('spread over a day are found by their number', async () => {
    archiveMany(29, 20 * MINUTE_MS, 5n)
    expect(await masses()).toEqual([])
    archiveMany(1, 20 * MINUTE_MS, 34n)
    expect(await masses()).toMatchObject([
      { summary: expect.stringContaining('archived 30 records on 2026-01-01') },
    ])
  })

  test('are unusual for whoever archives little, and usual for whoever archives much', async () => {
    for (let day = 0; day < 12; day += 1) {
      archiveMany(1, DAY_MS, BigInt(5 + day))
    }
    expect(await masses()).toEqual([])
    archiveMany(12, 20 * MINUTE_MS, 17n)
    expect(await masses()).toHaveLength(1)

    watchWith(undefined)
    for (let day = 0; day < 12; day += 1) {
      archiveMany(9, 10 * MINUTE_MS, BigInt(5 + 9 * day))
      clinic.clock.advance(DAY_MS - 90 * MINUTE_MS)
    }
    expect(await masses()).toEqual([])
    archiveMany(12, 20 * MINUTE_MS, 113n)
    expect(await masses()).toEqual([])
  })
})

test('privileges on an archived record are told of until the last one is revoked', async () => {
  const pair = (medicalStaff: string) => ({ recordId: 1n, medicalStaff })
  for (const staff of [people.nadia, people.tom])
    clinic.ledger.act({
      sender: people.alice,
      call: { functionName: 'grantMedicalAccess', ...pair(staff), accessLimit: 10n },
    })
  await look()
  expect(watch.listHeld()).toEqual([])
  archive(people.alice, 1n)
  const finding = (await look()).find(({ rule }) => rule === 'archived-with-privileges')
  expect(finding).toMatchObject({ severity: 'info', kind: 'condition', cause: people.alice, recordId: 1n })
  expect(finding?.summary).toContain('2 privileges stand on record 1')
  const revoke = (staff: string) =>
    clinic.ledger.act({ sender: people.alice, call: { functionName: 'revokeMedicalAccess', ...pair(staff) } })
  revoke(people.nadia)
  await look()
  expect(watch.listHeld()).toEqual(['archived-with-privileges:1'])
  revoke(people.tom)
  await look()
  expect(watch.listHeld()).toEqual([])
})

test('privileges stand on no archived record any more where a reorg took the archive back', async () => {
  clinic.ledger.act({
    sender: people.alice,
    call: { functionName: 'grantMedicalAccess', recordId: 1n, medicalStaff: people.tom, accessLimit: 10n },
  })
  archive(people.alice, 1n)
  await look()
  expect(watch.listHeld()).toContain('archived-with-privileges:1')
  clinic.ledger.orphanTip()
  clinic.ledger.advanceTenure(1)
  clinic.clock.advance(MINUTE_MS)
  await look()
  expect(watch.listHeld()).toEqual([])
})

test('privileges stand on an archived record again where a reorg took the revoke of the last one back', async () => {
  const pair = { recordId: 1n, medicalStaff: people.tom }
  const act = (call: ContractCall) => clinic.ledger.act({ sender: people.alice, call })
  act({ functionName: 'grantMedicalAccess', ...pair, accessLimit: 10n })
  archive(people.alice, 1n)
  await look()
  act({ functionName: 'revokeMedicalAccess', ...pair })
  await look()
  expect(watch.listHeld()).toEqual([])
  clinic.ledger.orphanTip()
  clinic.ledger.advanceTenure(1)
  clinic.clock.advance(MINUTE_MS)
  await look()
  expect(watch.listHeld()).toEqual(['archived-with-privileges:1'])
})

describe('untouched records', () => {
  test('are told of when their time is over, grouped by physician, until anybody does anything', async () => {
    watchWith({ untouchedFor: '30d' })
    await look()
    clinic.clock.advance(29 * DAY_MS)
    expect(await look()).toEqual([])
    clinic.ledger.act({
      sender: people.ben,
      call: { functionName: 'accessMedicalData', recordId: 3n, accessVolume: 1n },
    })
    clinic.clock.advance(2 * DAY_MS)
    const found = await look()
    expect(found.map(({ fingerprint }) => fingerprint)).toEqual(
      [1, 2, 4].map((id) => `record-untouched:${id}`),
    )
    expect(found[0]).toMatchObject({ severity: 'info', kind: 'condition', cause: people.alice })
    expect(found[0]?.at).toEqual(new Date('2026-01-31T09:00:00.000Z'))
    expect(found[0]?.summary).toContain('record 1 of alice for 30 days')
    expect(await look()).toEqual([])
    clinic.ledger.act({
      sender: people.alice,
      call: { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 1n },
    })
    archive(people.alice, 2n)
    await look()
    expect(watch.listHeld()).toEqual(['record-untouched:4'])
  })

  test('are told of as soon as they are read, also when that is after their time', async () => {
    watchWith({ untouchedFor: '30d' })
    await look()
    const listChanges = () => clinic.deps.store.listChanges({ after: null, limit: 100 })
    const read = (await listChanges()).length
    // Nobody reads the chain from here on until the time of these is over.
    create(people.alice)
    create(people.ben)
    create(people.ben)
    clinic.clock.advance(20 * DAY_MS)
    clinic.ledger.act({
      sender: people.ben,
      call: { functionName: 'accessMedicalData', recordId: 6n, accessVolume: 1n },
    })
    archive(people.ben, 7n)
    const at = (days: number) => new Date(clinic.clock.now().getTime() + days * DAY_MS)
    await followOnce(clinic.deps)
    const changes = (await listChanges()).slice(read)
    const late = { changes, failedCalls: [], since: at(11), now: at(12) }
    const settings = recordArchivalSchema.parse({ untouchedFor: '30d' })
    const report = await findRecordArchival(clinic.deps, late, settings)
    const told = report.holds.filter(({ rule }) => rule === 'record-untouched')
    expect(told.map(({ fingerprint }) => fingerprint)).toEqual(['record-untouched:5'])
    expect(report.ended).toContain('record-untouched:6')
    expect(report.ended).not.toContain('record-untouched:5')
  })

  test('that are read late are asked for at once, however many they are', async () => {
    const count = async (records: number) => {
      for (let index = 0; index < records; index += 1) create(people.alice)
      await followOnce(clinic.deps)
      const now = new Date(clinic.clock.now().getTime() + 40 * DAY_MS)
      const changes = await clinic.deps.store.listChanges({ after: null, limit: 100 })
      let asked = 0
      const store = new Proxy(clinic.deps.store, {
        get(target, name) {
          asked += 1
          return Reflect.get(target, name)
        },
      })
      const look = { changes, failedCalls: [], since: now, now }
      const { holds } = await findRecordArchival(
        { ...clinic.deps, store },
        look,
        recordArchivalSchema.parse({ untouchedFor: '30d' }),
      )
      expect(holds.filter(({ rule }) => rule === 'record-untouched')).toHaveLength(changes.length)
      return asked
    }
    const few = await count(1)
    expect(await count(20)).toBe(few)
  })

  test('are none while a later event is known, though an earlier one is read late', async () => {
    watchWith({ untouchedFor: '30d' })
    create(people.alice)
    clinic.clock.advance(40 * DAY_MS)
    clinic.ledger.act({
      sender: people.alice,
      call: { functionName: 'accessMedicalData', recordId: 5n, accessVolume: 1n },
    })
    await followOnce(clinic.deps)
    const [created] = (await clinic.deps.store.listChanges({ after: null, limit: 100 })).filter(
      ({ value }) => value !== null && 'recordId' in value && value.recordId === 5n,
    )
    const now = clinic.clock.now()
    const { holds } = await findRecordArchival(
      clinic.deps,
      { changes: created === undefined ? [] : [created], failedCalls: [], since: now, now },
      recordArchivalSchema.parse({ untouchedFor: '30d' }),
    )
    expect(created).toBeDefined()
    expect(holds).toEqual([])
  })

  test('are all found, also when there are more than fit in one page', async () => {
    watchWith({ untouchedFor: '30d' })
    for (let index = 0; index < 600; index += 1) create(people.alice)
    await look()
    clinic.clock.advance(31 * DAY_MS)
    expect(await look()).toHaveLength(604)
  })

  test('are of no interest where the settings say so', async () => {
    watchWith({ untouchedFor: null })
    await look()
    clinic.clock.advance(400 * DAY_MS)
    expect(await look()).toEqual([])
  })
})
