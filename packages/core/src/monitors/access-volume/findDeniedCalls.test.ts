import { beforeEach, describe, expect, test } from 'vitest'
import { people } from '../../../testing/index.ts'
import { openWard, type Ward } from '../../../testing/openWard.ts'
import type { FailedCall } from '../../model/FailedCall.ts'
import { accessVolumeSchema } from './accessVolumeSchema.ts'
import { findAccessVolume } from './findAccessVolume.ts'

const SETTINGS = accessVolumeSchema.parse(undefined)

let ward: Ward
beforeEach(() => {
  ward = openWard()
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
    await ward.clinic.deps.store.transaction((unit) => unit.insertFailedCalls(failedCalls))
    const now = ward.clinic.clock.now()
    return (await findAccessVolume(ward.clinic.deps, { changes: [], failedCalls, since: now, now }, SETTINGS))
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
