import { beforeEach, describe, expect, test, vi } from 'vitest'
import { people } from '../../../testing/index.ts'
import { openWard, type Ward } from '../../../testing/openWard.ts'
import { followOnce } from '../../follower/followOnce.ts'
import { accessVolumeSchema } from './accessVolumeSchema.ts'
import { findAccessVolume } from './findAccessVolume.ts'

const SETTINGS = accessVolumeSchema.parse(undefined)

let ward: Ward
beforeEach(() => {
  ward = openWard()
})

describe('a record', () => {
  test('is told of when it is nearly and when it is all drawn, until it is archived', async () => {
    ward.draw(people.alice, 799n)
    expect(await ward.told()).toEqual([])
    ward.draw(people.alice, 1n)
    expect(await ward.told()).toEqual(['info: record 1'])
    ward.draw(people.alice, 150n)
    expect(await ward.told()).toEqual([])
    ward.draw(people.alice, 50n)
    const [finding] = await ward.look()
    expect(finding).toMatchObject({ severity: 'warning', cause: people.alice, fingerprint: 'record-drawn:1' })
    expect(finding?.summary).toContain('All 1,000 of record 1 are drawn')
    ward.act(people.alice, { functionName: 'archiveRecord', recordId: 1n })
    await ward.look()
    expect(ward.watch.listHeld()).toEqual([])
  })
})

describe('after a reorg', () => {
  /** Takes the newest blocks back; the other fork is as long and empty. */
  const takeBack = (count: number) => {
    for (let index = 0; index < count; index += 1) ward.clinic.ledger.orphanTip()
    ward.clinic.ledger.advanceTenure(count)
  }

  test('what rested on the draws that it took holds as far as the others carry it', async () => {
    ward.grant(people.nadia, 100n)
    ward.draw(people.nadia, 80n)
    ward.draw(people.alice, 720n)
    await ward.look()
    ward.draw(people.alice, 200n)
    expect(await ward.told()).toEqual(['warning: record 1'])
    takeBack(1)
    // Not by a draw that is no more.
    expect(await ward.look()).toMatchObject([{ severity: 'info', subject: 'record 1', txid: null }])
    expect(ward.watch.listHeld().toSorted()).toEqual([`grant-used:1:${people.nadia}`, 'record-drawn:1'])
    // The empty block among them.
    takeBack(3)
    await ward.look()
    expect(ward.watch.listHeld()).toEqual([])
  })

  test('what an event ended that it took is true again', async () => {
    const revoke = () =>
      ward.act(people.alice, {
        functionName: 'revokeMedicalAccess',
        recordId: 1n,
        medicalStaff: people.nadia,
      })
    ward.grant(people.nadia, 100n)
    ward.draw(people.nadia, 100n)
    ward.draw(people.alice, 900n)
    await ward.look()
    const held = ward.watch.listHeld().toSorted()
    expect(held).toEqual([`grant-used:1:${people.nadia}`, 'record-drawn:1'])
    revoke()
    ward.act(people.alice, { functionName: 'archiveRecord', recordId: 1n })
    await ward.look()
    expect(ward.watch.listHeld()).toEqual([])
    takeBack(2)
    expect((await ward.told()).toSorted()).toEqual(['info: nadia on record 1', 'warning: record 1'])
    expect(ward.watch.listHeld().toSorted()).toEqual(held)
    expect(await ward.told()).toEqual([])
  })

  test('many conditions are judged anew by as many questions as few', async () => {
    const { store } = ward.clinic.deps
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
    for (const medicalStaff of staff) ward.grant(medicalStaff, 100n)
    for (const medicalStaff of staff) ward.draw(medicalStaff, 80n)
    for (let recordId = 5n; recordId < 25n; recordId += 1n) {
      ward.act(people.alice, { functionName: 'createMedicalRecord', recordCategory: 'x', dataVolume: 10n })
      ward.draw(people.alice, 10n, recordId)
    }
    await ward.look()
    expect(ward.watch.listHeld()).toHaveLength(22)
    ward.draw(people.alice, 1n)
    await ward.look()
    takeBack(1)
    expect(await count(ward.look)).toBe(3)
    expect(ward.watch.listHeld()).toHaveLength(22)
  })

  test('what it took of other records changes nothing', async () => {
    ward.draw(people.alice, 900n)
    ward.grant(people.tom, 10n, 3n)
    await ward.look()
    takeBack(1)
    expect(await ward.watch.look()).toEqual({ found: [], ended: [] })
    expect(ward.watch.listHeld()).toEqual(['record-drawn:1'])
  })
})

describe('a grant', () => {
  test('is told of when it is nearly and when it is all used, until it is replaced or revoked', async () => {
    ward.grant(people.nadia, 100n)
    ward.draw(people.nadia, 80n)
    const [finding] = await ward.look()
    expect(finding).toMatchObject({ severity: 'info', cause: people.alice, subject: 'nadia on record 1' })
    expect(finding?.summary).toBe('nadia has drawn 80 of the 100 granted on record 1; 20 are left.')
    ward.grant(people.nadia, 100n)
    await ward.look()
    expect(ward.watch.listHeld()).toEqual([])
    ward.draw(people.nadia, 100n)
    await ward.look()
    expect(ward.watch.listHeld()).toEqual([`grant-used:1:${people.nadia}`])
    ward.act(people.alice, { functionName: 'revokeMedicalAccess', recordId: 1n, medicalStaff: people.nadia })
    await ward.look()
    expect(ward.watch.listHeld()).toEqual([])
  })

  test('on a record that is archived is told of no more', async () => {
    ward.grant(people.nadia, 100n)
    ward.draw(people.nadia, 100n)
    await ward.look()
    ward.act(people.alice, { functionName: 'archiveRecord', recordId: 1n })
    await ward.look()
    expect(ward.watch.listHeld()).toEqual([])
  })
})

test('what is archived by now is not told of, though the archive comes with a later look', async () => {
  ward.grant(people.nadia, 1_000n)
  ward.draw(people.nadia, 1_000n)
  ward.act(people.alice, { functionName: 'archiveRecord', recordId: 1n })
  await followOnce(ward.clinic.deps)
  const { store } = ward.clinic.deps
  const all = await store.listChanges({ after: null, limit: 100 })
  const changes = all.filter(({ value }) => value?.event !== 'record-archived')
  expect(changes.length).toBe(all.length - 1)
  const now = ward.clinic.clock.now()
  const earlier = { changes, failedCalls: [], since: null, now }
  const { holds, ended } = await findAccessVolume(ward.clinic.deps, earlier, SETTINGS)
  expect(holds).toEqual([])
  expect(ended).toEqual(expect.arrayContaining(['record-drawn:1', `grant-used:1:${people.nadia}`]))
})

test('the same look gives the same report', async () => {
  await ward.liveDays(12, 40n)
  ward.draw(people.nadia, 900n, 5n)
  await followOnce(ward.clinic.deps)
  const now = ward.clinic.clock.now()
  const changes = await ward.clinic.deps.store.listChanges({ after: null, limit: 1_000 })
  const report = () =>
    findAccessVolume(ward.clinic.deps, { changes, failedCalls: [], since: null, now }, SETTINGS)
  expect(await report()).toEqual(await report())
})
