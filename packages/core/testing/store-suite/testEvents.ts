import { describe, expect, test } from 'vitest'
import type { EventProjection } from '../../src/model/Projection.ts'
import { sampleChanges } from '../samples/sampleChanges.ts'
import { sampleEvent } from '../samples/sampleEvent.ts'
import type { OpenedStore } from './OpenedStore.ts'

const HUGE = 2n ** 128n - 1n
const EVERYTHING = { after: null, limit: 100 }
const GRANTED = 'medical-access-granted'
const _MAINTENANCE = { event: 'maintenance-enabled', chiefMedicalOfficer: 'ST1' } as const

export function testEvents(subject: () => OpenedStore): void {
  const save = (...events: EventProjection[]) =>
    subject().store.transaction(async (unit) => {
      await unit.insertEvents(events)
    })
  const grantOf = (recordId: bigint, place: Partial<EventProjection>): EventProjection =>
    sampleEvent({
      ...place,
      value: { event: GRANTED, recordId, physician: 'ST1', medicalStaff: 'ST2', accessLimit: HUGE },
    })

  describe('events', () => {
    test('come back with their numbers as numbers and their texts as texts', async () => {
      const { store } = subject()
      const created = sampleEvent({
        value: {
          event: 'medical-record-created',
          recordId: HUGE,
          physician: 'ST1',
          recordCategory: '12345',
          dataVolume: 0n,
          createdAt: 9_007_199_254_740_993n,
        },
      })
      await save(created)
      expect(await store.listRecordEvents({ recordId: HUGE, limit: 5 })).toEqual([created])
      expect(await store.listChanges(EVERYTHING)).toEqual([created])
    })

    test('are kept once for each place in a transaction', async () => {
      const { store } = subject()
      const insert = async (event: EventProjection) =>
        (await store.transaction((unit) => unit.insertEvents([event]))).length > 0
      expect(await insert(sampleEvent())).toBe(true)
      expect(await insert(sampleEvent({ blockHeight: 99 }))).toBe(false)
      expect(await insert(sampleEvent({ eventIndex: 1 }))).toBe(true)
      expect(await insert(sampleEvent({ txid: '0x9' }))).toBe(true)
      expect(await store.listChanges(EVERYTHING)).toHaveLength(3)
    })

    test('one that is there already leaves the rest of its unit of work standing', async () => {
      const { store } = subject()
      await save(sampleEvent())
      await save(sampleEvent(), sampleEvent({ eventIndex: 1 }))
      expect(await store.listChanges(EVERYTHING)).toHaveLength(2)
    })

    test('of an unknown kind are kept but belong to no name and no record', async () => {
      const { store } = subject()
      await save(sampleEvent({ value: null }))
      expect(await store.getLastEvent({ names: [GRANTED, 'null'] })).toBeNull()
      expect(await store.listRecordEvents({ recordId: 7n, limit: 5 })).toEqual([])
      expect(await store.transaction((unit) => unit.insertEvents([sampleEvent({ value: null })]))).toEqual([])
    })

    test('of a record come newest first; those of one block in reverse order of arrival', async () => {
      const { store } = subject()
      const early = grantOf(7n, { txid: '0x1', blockHeight: 10 })
      const later = grantOf(7n, { txid: '0x1', blockHeight: 10, eventIndex: 1 })
      const latest = grantOf(7n, { txid: '0x2', blockHeight: 11 })
      await save(latest, early, later, grantOf(8n, { txid: '0x3', blockHeight: 12 }))
      expect(await store.listRecordEvents({ recordId: 7n, limit: 5 })).toEqual([latest, later, early])
      expect(await store.listRecordEvents({ recordId: 7n, limit: 1 })).toEqual([latest])
    })

    test('of one transaction come in its order', async () => {
      const { store } = subject()
      const [first, second] = [sampleEvent({ eventIndex: 0 }), sampleEvent({ eventIndex: 1 })]
      await store.transaction(async (unit) => {
        await unit.insertEvents([second, sampleEvent({ txid: '0xother' }), first])
      })
      expect(await store.listTransactionEvents(first.txid)).toEqual([first, second])
      expect(await store.listTransactionEvents('0xnone')).toEqual([])
    })

    test('the last one of some names is the newest', async () => {
      const { store } = subject()
      const toggle = (event: 'maintenance-enabled' | 'maintenance-disabled', blockHeight: number) =>
        sampleEvent({ txid: `0x${blockHeight}`, blockHeight, value: { event, chiefMedicalOfficer: 'ST1' } })
      const names = ['maintenance-enabled', 'maintenance-disabled']
      expect(await store.getLastEvent({ names })).toBeNull()
      const last = toggle('maintenance-disabled', 12)
      await store.transaction(async (unit) => {
        const grant = sampleEvent({ txid: '0xgrant', blockHeight: 13 })
        await unit.insertEvents([last, toggle('maintenance-enabled', 11), grant])
      })
      expect(await store.getLastEvent({ names })).toEqual(last)
    })
  })

  describe('the checkpoint', () => {
    test('is nowhere at first and then where it was set last', async () => {
      const { store } = subject()
      expect(await store.getCheckpoint()).toBeNull()
      const event = { txid: '0x1', eventIndex: 2, cursor: '5:0:0:2' }
      const calls = { height: 4, cursor: '4:0:0' }
      for (const checkpoint of [
        { blockHeight: 5, blockHash: '0xb', event: null, calls },
        { blockHeight: 6, blockHash: '0xc', event, calls: null },
        {
          blockHeight: 7,
          blockHash: '0xd',
          event: { ...event, cursor: null },
          calls: { ...calls, cursor: null },
        },
      ]) {
        await store.transaction(async (unit) => {
          await unit.setCheckpoint(checkpoint)
          expect(await unit.lockCheckpoint()).toEqual(checkpoint)
        })
        expect(await store.getCheckpoint()).toEqual(checkpoint)
      }
    })

    test('goes with everything that events told, when that is to be read anew', async () => {
      const { store } = subject()
      const event = sampleEvent()
      await store.transaction(async (unit) => {
        await unit.insertEvents([event])
        await unit.applyChanges(
          sampleChanges({
            created: [
              {
                recordId: 7n,
                physician: 'ST1',
                recordCategory: 'x',
                dataVolume: 1n,
                accessedVolume: 0n,
                createdAtHeight: 1n,
                activeRecord: true,
              },
            ],
          }),
        )
        await unit.setCheckpoint({ blockHeight: 1, blockHash: '0xb', event: null, calls: null })
      })
      expect(await store.countEvents()).toBe(1)
      await store.transaction((unit) => unit.clearProjection())
      expect(await store.countEvents()).toBe(0)
      expect(await store.getCheckpoint()).toBeNull()
      expect(await store.getRecord(7n)).toBeNull()
      expect(await store.countRecords({})).toBe(0)
      expect(await store.transaction((unit) => unit.insertEvents([event]))).toEqual([event])
    })
  })
}
