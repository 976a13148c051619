import { describe, expect, test } from 'vitest'
import type { EventProjection, RecordProjection } from '../../src/model/Projection.ts'
import type { Store } from '../../src/ports/Store.ts'
import { sampleAlert } from '../samples/sampleAlert.ts'
import { sampleChanges } from '../samples/sampleChanges.ts'
import { sampleDigest } from '../samples/sampleDigest.ts'
import { sampleEvent } from '../samples/sampleEvent.ts'
import { sampleRequest } from '../samples/sampleRequest.ts'
import type { OpenedStore } from './OpenedStore.ts'
import { saveRequest } from './saveRequest.ts'

const LARGEST = 2n ** 128n - 1n
const DAY = { from: new Date('2026-01-01T00:00:00.000Z'), to: new Date('2026-01-02T00:00:00.000Z') }
const at = (time: string) => new Date(`2026-01-01T${time}:00.000Z`)

/** Digests are kept once, and what they tell is counted. */
export function testDigests(subject: () => OpenedStore): void {
  const store = () => subject().store

  describe('digests', () => {
    test('are kept once each, exactly, and found by their id', async () => {
      const { figures } = sampleDigest()
      const digest = sampleDigest({ figures: { ...figures, readUntil: '2026-01-01T23:50:00.000Z' } })
      expect(await store().getDigest(digest.id)).toBeNull()
      expect(await store().transaction((unit) => unit.insertDigest(digest))).toBe(true)
      expect(await store().transaction((unit) => unit.insertDigest(sampleDigest({ name: 'late' })))).toBe(
        false,
      )
      expect(await store().getDigest(digest.id)).toEqual(digest)
    })

    test('have a lane of posts, which needs the digest', async () => {
      const lane = { subject: { digestId: 'daily-2026-01-01' }, platform: 'slack' } as const
      const post = {
        id: 'p1',
        lane,
        kind: 'digest',
        recipient: null,
        message: null,
        at: at('07:00'),
      } as const
      await expect(store().transaction((unit) => unit.addPosts([post]))).rejects.toThrow()
      await store().transaction(async (unit) => {
        await unit.insertDigest(sampleDigest())
        await unit.addPosts([post])
      })
      const due = { now: at('07:00'), staleBefore: at('06:59'), limit: 10 }
      expect(await store().listDueLanes(due)).toEqual([lane])
      expect(await store().claimPost({ lane, ...due })).toMatchObject({ id: 'p1', lane, kind: 'digest' })
    })

    test('count draws by hour and person, of hours that begin in the range', async () => {
      const drawn = { asPhysician: false, draws: 2, volume: LARGEST + 5n }
      const early = { ...drawn, principal: 'ST1', hour: at('08:00') }
      const other = { ...drawn, principal: 'ST2', hour: at('08:00'), draws: 1, volume: 1n }
      const late = { ...drawn, principal: 'ST1', hour: at('09:00') }
      await store().transaction((unit) => unit.addDraws([late, other, early]))
      expect(await store().listDrawHours(DAY)).toEqual([early, other, late])
      expect(await store().listDrawHours({ from: at('08:30'), to: at('09:30') })).toEqual([late])
      expect(await store().listDrawHours({ from: at('08:00'), to: at('09:00') })).toEqual([early, other])
    })

    test('count the calls that the contract refused, by why', async () => {
      const call = {
        blockHeight: 1,
        blockHash: '0xb',
        blockTime: at('08:00'),
        sender: 'ST1',
        functionName: 'access-medical-data',
        recordId: 1n,
        code: 105n,
      }
      await store().transaction((unit) =>
        unit.insertFailedCalls([
          { ...call, txid: '0x1' },
          { ...call, txid: '0x2' },
          { ...call, txid: '0x3', code: null },
          { ...call, txid: '0x4', blockTime: DAY.to },
        ]),
      )
      const counts = await store().countFailedCalls(DAY)
      expect(counts.toSorted((a, b) => b.count - a.count)).toEqual([
        { code: 105n, count: 2 },
        { code: null, count: 1 },
      ])
    })

    test('tell the records that were drawn from, the fullest first', async () => {
      await store().transaction(async (unit) => {
        await unit.applyChanges(
          sampleChanges({
            created: [
              sampleRecord({ recordId: 1n, accessedVolume: 10n, dataVolume: 100n }),
              sampleRecord({ recordId: 2n, accessedVolume: LARGEST, dataVolume: LARGEST }),
              sampleRecord({ recordId: 3n, accessedVolume: 99n, dataVolume: 100n }),
              sampleRecord({ recordId: 4n, accessedVolume: 50n, dataVolume: 50n }),
            ],
          }),
        )
      })
      for (const [index, recordId] of [1n, 2n, 3n, 1n].entries()) {
        await draw(store(), { index, time: '08:10', recordId, volume: 5n })
      }
      const drawn = await store().listDrawnRecords({ ...DAY, limit: 10 })
      expect(drawn.map(({ recordId, drawn }) => [recordId, drawn])).toEqual([
        [2n, 5n],
        [3n, 5n],
        [1n, 10n],
      ])
      expect(await store().listDrawnRecords({ ...DAY, limit: 1 })).toEqual([
        { recordId: 2n, accessedVolume: LARGEST, dataVolume: LARGEST, drawn: 5n },
      ])
    })

    test('count what people asked for, by when it was asked, decided or ran out', async () => {
      const before = new Date('2025-12-31T12:00:00.000Z')
      const ended = { createdAt: before, decidedAt: at('10:00') }
      await saveRequest(store(), { recordId: 1n, createdAt: at('09:00') })
      await saveRequest(store(), { recordId: 2n, ...ended, status: 'approved' })
      await saveRequest(store(), { recordId: 3n, ...ended, status: 'denied' })
      await saveRequest(store(), { recordId: 4n, ...ended, status: 'cancelled' })
      await saveRequest(store(), {
        recordId: 5n,
        createdAt: before,
        approvalExpiresAt: at('11:00'),
        status: 'expired',
      })
      await saveRequest(store(), {
        recordId: 6n,
        ...ended,
        status: 'approved',
        kind: 'revoke',
        origin: 'time-box',
      })
      await saveRequest(store(), { recordId: 7n, createdAt: DAY.to, status: 'awaiting-consent' })
      expect(await store().countRequests(DAY)).toEqual({
        asked: 1,
        approved: 1,
        denied: 1,
        cancelled: 1,
        expired: 1,
      })
      expect(await store().countWaitingRequests()).toEqual({ count: 2, oldestAt: at('09:00') })
    })

    test('count alerts by rule, with the highest severity that was told of each', async () => {
      await store().transaction((unit) =>
        unit.insertAlerts([
          sampleAlert({
            id: 'a1',
            cause: 'a',
            firedAt: at('09:00'),
            severity: 'info',
            toldSeverity: 'critical',
          }),
          sampleAlert({
            id: 'a2',
            cause: 'b',
            firedAt: at('10:00'),
            severity: 'warning',
            toldSeverity: null,
          }),
          sampleAlert({ id: 'a3', cause: 'c', firedAt: DAY.to }),
        ]),
      )
      const { rule } = sampleAlert()
      expect(await store().countAlerts(DAY)).toEqual([{ rule, severity: 'critical', count: 2 }])
    })

    test('of an empty time count nothing', async () => {
      expect(await store().listDrawHours(DAY)).toEqual([])
      expect(await store().listDrawnRecords({ ...DAY, limit: 10 })).toEqual([])
      expect(await store().countRequests(DAY)).toMatchObject({ asked: 0, expired: 0 })
      expect(await store().countWaitingRequests()).toEqual({ count: 0, oldestAt: null })
      expect(await store().countAlerts(DAY)).toEqual([])
      expect(await store().countFailedCalls(DAY)).toEqual([])
    })
  })
}

function sampleRecord(overrides: Partial<RecordProjection>): RecordProjection {
  const { physician } = sampleRequest()
  return {
    recordId: 1n,
    physician,
    recordCategory: 'cardiology',
    dataVolume: 100n,
    accessedVolume: 0n,
    createdAtHeight: 1n,
    activeRecord: true,
    ...overrides,
  }
}

async function draw(
  store: Store,
  options: { index: number; time: string; recordId: bigint; volume: bigint },
): Promise<void> {
  const { index, time, recordId, volume } = options
  const value: EventProjection['value'] = {
    event: 'medical-data-accessed',
    recordId,
    accessor: 'ST1',
    accessVolume: volume,
    accessedVolume: volume,
    dataVolume: LARGEST,
    staffUsage: 0n,
  }
  await store.transaction((unit) =>
    unit.insertEvents([sampleEvent({ eventIndex: index, blockTime: at(time), value })]),
  )
}
