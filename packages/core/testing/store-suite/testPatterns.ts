import { describe, expect, test } from 'vitest'
import type { FailedCall } from '../../src/model/FailedCall.ts'
import type { EventProjection, RecordProjection } from '../../src/model/Projection.ts'
import { sampleChanges } from '../samples/sampleChanges.ts'
import { sampleEvent } from '../samples/sampleEvent.ts'
import type { OpenedStore } from './OpenedStore.ts'

const HUGE = 2n ** 128n - 1n
const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour))

export function testPatterns(subject: () => OpenedStore): void {
  const save = (...events: EventProjection[]) =>
    subject().store.transaction(async (unit) => {
      await unit.insertEvents(events)
    })
  const archival = (hour: number, physician: string, recordId = BigInt(hour)) =>
    sampleEvent({
      txid: `0x${hour}${physician}`,
      blockHeight: hour,
      blockTime: at(hour),
      value: { event: 'record-archived', recordId, physician },
    })

  test('refused calls of one sender in a span of time come oldest first', async () => {
    const { store } = subject()
    const call = (hour: number, sender: string): FailedCall => ({
      txid: `0x${hour}${sender}`,
      blockHeight: hour,
      blockHash: '0xb',
      blockTime: at(hour),
      sender,
      functionName: 'access-medical-data',
      recordId: HUGE,
      code: 105n,
    })
    await store.transaction((unit) =>
      unit.insertFailedCalls([
        call(4, 'ST1'),
        call(2, 'ST1'),
        call(3, 'ST2'),
        call(1, 'ST1'),
        call(5, 'ST1'),
      ]),
    )
    const span = { from: at(2), to: at(5) }
    expect(await store.listSenderFailedCalls({ sender: 'ST1', ...span })).toEqual([
      call(2, 'ST1'),
      call(4, 'ST1'),
    ])
    expect(await store.listSenderFailedCalls({ sender: 'ST404', ...span })).toEqual([])
  })

  test('archives of one physician in a span of time come oldest first, the newest where there are too many', async () => {
    const { store } = subject()
    await save(...[4, 1, 3, 2, 5].map((hour) => archival(hour, 'ST1')), archival(3, 'ST2'))
    await save(sampleEvent({ blockTime: at(3) }))
    const span = { physician: 'ST1', from: at(2), to: at(5) }
    expect(await store.listArchivals({ ...span, limit: 10 })).toEqual([at(2), at(3), at(4)])
    expect(await store.listArchivals({ ...span, limit: 2 })).toEqual([at(3), at(4)])
    expect(await store.listArchivals({ ...span, physician: 'ST404', limit: 2 })).toEqual([])
  })

  test('events of a record can be read from a block down', async () => {
    const { store } = subject()
    const [one, two, three] = [1, 2, 3].map((hour) => archival(hour, 'ST1', HUGE))
    const other = archival(2, 'ST2', 7n)
    await save(...[three, one, two, other].filter((event) => event !== undefined))
    expect(await store.listRecordEventsThrough({ recordId: HUGE, throughHeight: 2, limit: 9 })).toEqual([
      two,
      one,
    ])
    expect(await store.listRecordEventsThrough({ recordId: HUGE, throughHeight: 2, limit: 1 })).toEqual([two])
    expect(await store.listRecordEventsThrough({ recordId: 7n, throughHeight: 1, limit: 1 })).toEqual([])
  })

  describe('untouched records', () => {
    const record = (recordId: bigint, overrides: Partial<RecordProjection> = {}): RecordProjection => ({
      recordId,
      physician: 'ST1',
      recordCategory: 'x',
      dataVolume: HUGE,
      accessedVolume: 0n,
      createdAtHeight: 1n,
      activeRecord: true,
      ...overrides,
    })
    const touch = (recordId: bigint, hour: number) =>
      sampleEvent({
        txid: `0x${recordId}-${hour}`,
        blockHeight: hour,
        blockTime: at(hour),
        value: { event: 'medical-access-revoked', recordId, physician: 'ST1', medicalStaff: 'ST2' },
      })
    const insert = (...records: RecordProjection[]) =>
      subject().store.transaction(async (unit) => {
        await unit.applyChanges(sampleChanges({ created: records }))
      })
    const list = async (after: number | null, until: number, rest = {}) => {
      const window = { after: after === null ? null : at(after), until: at(until) }
      const found = await subject().store.listUntouchedRecords({
        ...window,
        beyond: null,
        limit: 10,
        ...rest,
      })
      return found.map(({ recordId, lastEventAt }) => [recordId, lastEventAt.getUTCHours()])
    }

    test('are found by their last event alone, where that lies in the window', async () => {
      await insert(record(1n), record(2n), record(3n), record(HUGE), record(5n, { activeRecord: false }))
      await save(touch(1n, 1), touch(2n, 1), touch(2n, 9), touch(3n, 3), touch(HUGE, 2), touch(5n, 2))
      expect(await list(null, 5)).toEqual([
        [1n, 1],
        [HUGE, 2],
        [3n, 3],
      ])
      expect(await list(1, 2)).toEqual([[HUGE, 2]])
      expect(await list(3, 8)).toEqual([])
      const [found] = await subject().store.listUntouchedRecords({
        after: at(8),
        until: at(9),
        beyond: null,
        limit: 1,
      })
      expect(found).toEqual({ ...record(2n), lastEventAt: at(9) })
    })

    test('are found among some, by their last event alone', async () => {
      await insert(record(1n), record(2n), record(3n), record(HUGE), record(5n, { activeRecord: false }))
      await save(touch(1n, 1), touch(2n, 1), touch(2n, 9), touch(3n, 3), touch(HUGE, 2), touch(5n, 2))
      const find = (...recordIds: bigint[]) =>
        subject().store.findUntouchedRecords({ recordIds, until: at(2) })
      expect(await find(HUGE, 1n, 2n, 3n, 5n, 8n)).toEqual([
        { ...record(1n), lastEventAt: at(1) },
        { ...record(HUGE), lastEventAt: at(2) },
      ])
      expect(await find(HUGE)).toHaveLength(1)
      expect(await find()).toEqual([])
    })

    test('come in pages, those of one instant by their number', async () => {
      await insert(...[1n, 2n, 10n, 9n].map((recordId) => record(recordId)))
      await save(touch(10n, 1), touch(9n, 1), touch(2n, 1), touch(1n, 2))
      expect(await list(null, 5, { limit: 2 })).toEqual([
        [2n, 1],
        [9n, 1],
      ])
      expect(await list(null, 5, { limit: 2, beyond: { recordId: 9n, lastEventAt: at(1) } })).toEqual([
        [10n, 1],
        [1n, 2],
      ])
    })
  })
}
