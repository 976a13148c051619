import { describe, expect, test } from 'vitest'
import type { EventProjection, ProjectionChanges } from '../../src/model/Projection.ts'
import { sampleChanges } from '../samples/sampleChanges.ts'
import { sampleEvent } from '../samples/sampleEvent.ts'
import { sampleRequest } from '../samples/sampleRequest.ts'
import type { OpenedStore } from './OpenedStore.ts'

const HUGE = 2n ** 128n - 1n
export function testFollower(subject: () => OpenedStore): void {
  const at = (blockHeight: number, value: EventProjection['value'], eventIndex = 0) =>
    sampleEvent({ txid: `0x${blockHeight}`, blockHash: `0xb${blockHeight}`, blockHeight, eventIndex, value })
  const granted = (blockHeight: number, medicalStaff: string, recordId = 7n) =>
    at(blockHeight, {
      event: 'medical-access-granted',
      recordId,
      physician: 'ST1',
      medicalStaff,
      accessLimit: HUGE,
    })
  const revoked = (blockHeight: number, medicalStaff: string) =>
    at(blockHeight, { event: 'medical-access-revoked', recordId: 7n, physician: 'ST1', medicalStaff })
  const drawn = (blockHeight: number, accessor: string) =>
    at(blockHeight, {
      event: 'medical-data-accessed',
      recordId: 7n,
      accessor,
      accessVolume: 1n,
      accessedVolume: BigInt(blockHeight),
      dataVolume: HUGE,
      staffUsage: BigInt(blockHeight),
    })
  const insert = (...events: EventProjection[]) =>
    subject().store.transaction((unit) => unit.insertEvents(events))
  const apply = (changes: Partial<ProjectionChanges>) =>
    subject().store.transaction((unit) => unit.applyChanges(sampleChanges(changes)))

  describe('a batch of events', () => {
    test('is stored but for those that are there, in its order', async () => {
      const { store } = subject()
      const hostile = at(9, {
        event: 'medical-record-created',
        recordId: HUGE,
        physician: 'ST1',
        recordCategory: `"'\\ {"uint":"1"} “’`,
        dataVolume: HUGE,
        createdAt: HUGE,
      })
      const unknown = at(10, null, 1)
      expect(await insert()).toEqual([])
      expect(await insert(granted(10, 'ST2'))).toHaveLength(1)
      expect(await insert(hostile, granted(10, 'ST3'), unknown, granted(11, 'ST2'), unknown)).toEqual([
        hostile,
        unknown,
        granted(11, 'ST2'),
      ])
      expect(await store.listChanges({ after: null, limit: 10 })).toEqual([
        granted(10, 'ST2'),
        hostile,
        unknown,
        granted(11, 'ST2'),
      ])
      expect(await store.transaction((unit) => unit.getNewestEvent())).toEqual(granted(11, 'ST2'))
    })

    test('tells which blocks something was kept from', async () => {
      const { store } = subject()
      await insert(granted(9, 'ST2'), granted(10, 'ST2'), at(10, null, 1), granted(12, 'ST2'))
      const call = { blockTime: new Date(0), sender: 'ST1', functionName: 'f', recordId: null, code: null }
      await store.transaction((unit) =>
        unit.insertFailedCalls([
          { ...call, txid: '0xa', blockHeight: 11, blockHash: '0xb11' },
          { ...call, txid: '0xb', blockHeight: 12, blockHash: '0xb12' },
        ]),
      )
      const list = async (atOrBelow: number, limit: number) =>
        (await store.listKnownBlocks({ atOrBelow, limit })).map(({ height, hash }) => `${height} ${hash}`)
      expect(await list(12, 10)).toEqual(['12 0xb12', '11 0xb11', '10 0xb10', '9 0xb9'])
      expect(await list(11, 2)).toEqual(['11 0xb11', '10 0xb10'])
      expect(await list(8, 2)).toEqual([])
      // Two forks at one height.
      await store.transaction((unit) =>
        unit.insertFailedCalls([{ ...call, txid: '0xc', blockHeight: 9, blockHash: '0xother' }]),
      )
      expect((await list(9, 10)).sort()).toEqual(['9 0xb9', '9 0xother'])
    })
  })

  describe('changes of the projection', () => {
    const record = {
      recordId: HUGE,
      physician: 'ST1',
      recordCategory: `"'\\`,
      dataVolume: HUGE,
      accessedVolume: 0n,
      createdAtHeight: HUGE,
      activeRecord: true,
    }
    const privilege = {
      recordId: 7n,
      medicalStaff: 'ST2',
      accessLimit: HUGE,
      usage: 0n,
      txid: '0x1',
      grantedAt: new Date('2026-01-01T09:00:00.001Z'),
    }

    test('create records, say what was drawn from them, and archive them', async () => {
      const { store } = subject()
      await apply({
        created: [record, { ...record, recordId: 2n }],
        volumes: [{ recordId: HUGE, accessedVolume: HUGE }],
      })
      await apply({ volumes: [{ recordId: 404n, accessedVolume: 1n }], archived: [2n, 404n] })
      expect(await store.getRecord(HUGE)).toEqual({ ...record, accessedVolume: HUGE })
      expect(await store.getRecord(2n)).toEqual({ ...record, recordId: 2n, activeRecord: false })
      expect(await store.countRecords({})).toBe(2)
    })

    test('grant, count and take away', async () => {
      const { store } = subject()
      const other = { ...privilege, medicalStaff: 'ST3' }
      await apply({ granted: [privilege, other] })
      await apply({
        granted: [{ ...privilege, accessLimit: 5n, usage: 1n, txid: '0x2' }],
        usages: [
          { recordId: 7n, medicalStaff: 'ST3', usage: HUGE },
          { recordId: 7n, medicalStaff: 'ST4', usage: 1n },
        ],
      })
      expect(await store.listPrivileges(7n)).toEqual([
        { ...privilege, accessLimit: 5n, usage: 1n, txid: '0x2' },
        { ...other, usage: HUGE },
      ])
      await apply({ revoked: [privilege, { recordId: 404n, medicalStaff: 'ST2' }] })
      expect(await store.listPrivileges(7n)).toEqual([{ ...other, usage: HUGE }])
      const many = Array.from({ length: 70_000 }, (_, place) => BigInt(place))
      await store.transaction((unit) => unit.forgetRecords(many))
      expect(await store.listPrivileges(7n)).toEqual([])
    })
  })

  describe('what is taken back', () => {
    test('goes with everything above the height, and monitors come down to it', async () => {
      const { store } = subject()
      const kept = granted(9, 'ST2')
      await insert(kept, drawn(10, 'ST2'), revoked(11, 'ST2'))
      const call = (blockHeight: number) => ({
        ...{ txid: `0xf${blockHeight}`, blockHeight, blockHash: `0xb${blockHeight}`, blockTime: new Date(0) },
        ...{ sender: 'ST1', functionName: 'f', recordId: null, code: 102n },
      })
      await store.transaction((unit) => unit.insertFailedCalls([call(9), call(10)]))
      const cursor = { txid: '0x11', eventIndex: 0, blockHeight: 11 }
      const state = { settings: '', looks: 1, lookedAt: null }
      await store.transaction(async (unit) => {
        await unit.putMonitorState({ monitor: 'a', cursor, failedCallCursor: null, ...state })
        await unit.putMonitorState({
          monitor: 'b',
          cursor: { ...cursor, txid: '0x9', blockHeight: 9 },
          failedCallCursor: cursor,
          ...state,
        })
      })
      const gone = await store.transaction((unit) => unit.forgetAbove(9))
      expect(gone).toEqual({ events: [drawn(10, 'ST2'), revoked(11, 'ST2')], failedCalls: [call(10)] })
      expect(await store.listChanges({ after: null, limit: 10 })).toEqual([kept])
      await insert(drawn(10, 'ST3'))
      for (const monitor of ['a', 'b']) {
        const after = (await store.getMonitorState(monitor))?.cursor ?? null
        expect(await store.listChanges({ after, limit: 10 })).toEqual([drawn(10, 'ST3')])
      }
      expect((await store.getMonitorState('b'))?.failedCallCursor).toMatchObject({ blockHeight: 9 })
    })

    test('leaves no look that was under way to be noted', async () => {
      const { store } = subject()
      const cursor = { txid: '0x9', eventIndex: 0, blockHeight: 9 }
      const state = { monitor: 'a', cursor, failedCallCursor: null, settings: '', lookedAt: null }
      const put = (looks: number, blockHeight: number) =>
        store.transaction((unit) =>
          unit.putMonitorState({ ...state, cursor: { ...cursor, blockHeight }, looks }),
        )
      await store.transaction((unit) => unit.noteRun({ monitor: 'b' }))
      expect(await put(1, 9)).toBe(true)
      await store.transaction((unit) => unit.forgetAbove(9))
      expect(await put(2, 11)).toBe(false)
      expect(await put(3, 9)).toBe(true)
      expect(
        await store.transaction((unit) => unit.putMonitorState({ ...state, monitor: 'b', looks: 1 })),
      ).toBe(false)
    })

    test('is noted, and found by when it was', async () => {
      const { store } = subject()
      const reorg = (second: number) => ({
        ...{ at: new Date(second * 1000), fromHeight: 12, fromHash: '0xb12', toHeight: 10 },
        ...{ events: 3, failedCalls: 1 },
      })
      await store.transaction(async (unit) => {
        for (const second of [3, 1, 2]) await unit.insertReorg(reorg(second))
        await unit.clearProjection()
      })
      const list = (after: number | null, until: number) =>
        store.listReorgs({
          after: after === null ? null : new Date(after * 1000),
          until: new Date(until * 1000),
        })
      expect(await list(null, 9)).toEqual([reorg(1), reorg(2), reorg(3)])
      expect(await list(1, 2)).toEqual([reorg(2)])
    })

    test('leaves the events that decide', async () => {
      const { store } = subject()
      const decisive = [granted(10, 'ST2'), drawn(12, 'ST2'), revoked(13, 'ST3'), drawn(14, 'ST1')]
      await insert(granted(5, 'ST3'), granted(6, 'ST2'), drawn(7, 'ST2'), ...decisive, granted(15, 'ST2', 8n))
      const list = (recordIds: bigint[]) => store.transaction((unit) => unit.listDecisiveEvents(recordIds))
      expect(await list([7n])).toEqual(decisive)
      expect(await list([])).toEqual([])
      // More than a statement has parameters.
      const many = Array.from({ length: 70_000 }, (_, place) => 1_000n + BigInt(place))
      expect(await list([7n, ...many])).toEqual(decisive)
    })
  })

  test('pairs that undecided requests are about are found among many', async () => {
    const { store } = subject()
    const { recordId, medicalStaff } = sampleRequest()
    await store.transaction(async (unit) => {
      await unit.insertRequest(sampleRequest({ id: 'r1' }))
      await unit.insertRequest(sampleRequest({ id: 'r2', recordId: 8n, status: 'expired' }))
    })
    const pairs = [7n, 8n, recordId].map((each) => ({ recordId: each, medicalStaff }))
    expect(
      await store.findAwaitedPairs([...new Map(pairs.map((pair) => [pair.recordId, pair])).values()]),
    ).toEqual([{ recordId, medicalStaff }])
    expect(await store.findAwaitedPairs([])).toEqual([])
  })
}
