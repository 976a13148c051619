import { describe, expect, test } from 'vitest'
import type { DrawHour } from '../../src/model/Draws.ts'
import type { FailedCall } from '../../src/model/FailedCall.ts'
import { sampleEvent } from '../samples/sampleEvent.ts'
import type { OpenedStore } from './OpenedStore.ts'

const HUGE = 2n ** 128n - 1n
const at = (time: string) => new Date(`2026-01-${time}Z`)

export function testActivity(subject: () => OpenedStore): void {
  const event = (blockHeight: number, eventIndex = 0) =>
    sampleEvent({ txid: `0x${blockHeight}`, blockHeight, eventIndex })
  const cursorOf = ({
    txid,
    blockHeight,
    eventIndex = 0,
  }: {
    txid: string
    blockHeight: number
    eventIndex?: number
  }) => ({
    txid,
    blockHeight,
    eventIndex,
  })

  describe('changes', () => {
    test('come in the order in which they were applied, after the cursor, no more than asked for', async () => {
      const { store } = subject()
      const events = [event(10), event(11), event(11, 1), event(9)]
      await store.transaction(async (unit) => {
        await unit.insertEvents(events)
      })
      expect(await store.listChanges({ after: null, limit: 10 })).toEqual(events)
      expect(await store.listChanges({ after: null, limit: 1 })).toEqual(events.slice(0, 1))
      expect(await store.listChanges({ after: cursorOf(event(11)), limit: 10 })).toEqual(events.slice(2))
      expect(await store.listChanges({ after: cursorOf(event(9)), limit: 10 })).toEqual([])
    })

    test('are those in blocks above a cursor whose own event is gone', async () => {
      const { store } = subject()
      const events = [event(10), event(11), event(12)]
      await store.transaction(async (unit) => {
        await unit.insertEvents(events)
      })
      const after = { txid: '0xgone', eventIndex: 3, blockHeight: 11 }
      expect(await store.listChanges({ after, limit: 10 })).toEqual([event(12)])
    })
  })

  describe('failed calls', () => {
    const call = (blockHeight: number, overrides: Partial<FailedCall> = {}): FailedCall => ({
      txid: `0x${blockHeight}`,
      blockHeight,
      blockHash: '0xb',
      blockTime: at('01T09:00:00.000'),
      sender: 'ST1',
      functionName: 'access-medical-data',
      recordId: 7n,
      code: 105n,
      ...overrides,
    })

    test('come as they were saved, each once, in the order of arrival', async () => {
      const { store } = subject()
      const calls = [call(10, { recordId: HUGE, code: HUGE }), call(9, { recordId: null, code: null })]
      await store.transaction(async (unit) => {
        await unit.insertFailedCalls([])
        await unit.insertFailedCalls(calls)
        await unit.insertFailedCalls([call(10, { sender: 'ST2' }), call(12)])
      })
      expect(await store.listFailedCalls({ after: null, limit: 10 })).toEqual([...calls, call(12)])
      expect(await store.listFailedCalls({ after: null, limit: 2 })).toEqual(calls)
      expect(await store.listFailedCalls({ after: cursorOf(call(9)), limit: 10 })).toEqual([call(12)])
      const gone = { txid: '0xgone', eventIndex: 0, blockHeight: 10 }
      expect(await store.listFailedCalls({ after: gone, limit: 10 })).toEqual([call(12)])
    })
  })

  describe('draws', () => {
    const drawn = (principal: string, hour: string, volume: bigint, overrides: Partial<DrawHour> = {}) => ({
      principal,
      hour: at(hour),
      asPhysician: false,
      draws: 1,
      volume,
      ...overrides,
    })
    const add = (...hours: DrawHour[]) => subject().store.transaction((unit) => unit.addDraws(hours))

    test('add up by principal and hour, beyond what one number of the chain holds', async () => {
      const { store } = subject()
      await add()
      await add(drawn('ST1', '01T09:00:00.000', HUGE), drawn('ST2', '01T09:00:00.000', 1n))
      await add(drawn('ST1', '01T09:00:00.000', HUGE), drawn('ST1', '01T10:00:00.000', 5n))
      await add(drawn('ST1', '01T09:00:00.000', 2n, { asPhysician: true }))
      const list = (from: string, to: string) =>
        store.listDraws({ principal: 'ST1', from: at(from), to: at(to) })
      expect(await list('01T09:00:00.000', '01T10:00:00.000')).toEqual([
        drawn('ST1', '01T09:00:00.000', 2n * HUGE, { draws: 2 }),
        drawn('ST1', '01T09:00:00.000', 2n, { asPhysician: true }),
      ])
      expect(await list('01T09:00:00.001', '02T00:00:00.000')).toEqual([drawn('ST1', '01T10:00:00.000', 5n)])
    })

    test('are taken back without a trace', async () => {
      const { store } = subject()
      await add(drawn('ST1', '01T09:00:00.000', HUGE), drawn('ST2', '01T09:00:00.000', 3n))
      await add(drawn('ST1', '01T09:00:00.000', -HUGE, { draws: -1 }))
      const window = { from: at('01T00:00:00.000'), to: at('03T00:00:00.000') }
      expect(await store.listDraws({ principal: 'ST1', ...window })).toEqual([])
      expect(await store.listDailyVolumes(window)).toMatchObject([{ principal: 'ST2', draws: 1, volume: 3n }])
    })

    test('are summed by day for everybody', async () => {
      const { store } = subject()
      await add(
        drawn('ST2', '01T23:00:00.000', 1n),
        drawn('ST1', '01T00:00:00.000', HUGE),
        drawn('ST1', '01T23:00:00.000', HUGE),
        drawn('ST1', '01T23:00:00.000', 4n, { asPhysician: true }),
        drawn('ST1', '02T00:00:00.000', 7n),
        drawn('ST1', '03T00:00:00.000', 9n),
      )
      const day = (principal: string, begins: string, volume: bigint, rest = {}) => ({
        principal,
        day: at(begins),
        asPhysician: false,
        draws: 1,
        volume,
        ...rest,
      })
      const window = { from: at('01T00:00:00.000'), to: at('03T00:00:00.000') }
      expect(await store.listDailyVolumes(window)).toEqual([
        day('ST1', '01T00:00:00.000', 2n * HUGE, { draws: 2 }),
        day('ST1', '01T00:00:00.000', 4n, { asPhysician: true }),
        day('ST2', '01T00:00:00.000', 1n),
        day('ST1', '02T00:00:00.000', 7n),
      ])
    })
  })
}
